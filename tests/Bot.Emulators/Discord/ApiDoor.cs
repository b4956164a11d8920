using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Calls;
using Bot.Emulators.Discord.Faults;
using Bot.Emulators.Discord.Limits;

namespace Bot.Emulators.Discord;

/// <summary>Where bots come in by HTTP: /api/v10/….</summary>
internal sealed class ApiDoor(Realm realm, RequestLog log)
{
    private const string Mark = "/api/v10";

    public static bool IsFor(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        if (Ban() is { } wait)
        {
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            await BadLine.SendPageAsync(context, 429);
            return;
        }

        var path = context.Request.Path.Value!;
        var name = $"{context.Request.Method} {path}";
        if (!path.StartsWith($"{Mark}/", StringComparison.Ordinal))
            await RefuseAsync(context, name, new Refused(400, 50041, "Invalid API version provided"));
        else if (IsUnsigned(context, name))
            await RefuseAsync(context, name, new Refused(403, 40333, "internal network error"));
        else if (RouteTable.Find(context.Request.Method, path[Mark.Length..]) is not var (route, names))
            await RefuseAsync(context, name, Refused.NotFound());
        else if (Caller(context, route, names) is not { } bot)
            await RefuseAsync(context, $"{route}", route.IsOpen ? Missing(route) : Refused.Unauthorized());
        else
            await HandleAsync(context, bot, route, names);
    }

    private async Task HandleAsync(
        HttpContext context,
        BotAccount bot,
        ApiRoute route,
        IReadOnlyDictionary<string, string> names
    )
    {
        ReadRequest request;
        try
        {
            request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (Refused refused)
        {
            await RefuseAsync(context, $"{route}", refused);
            return;
        }

        var call = new ApiCall(realm, bot, route, names, context.Request.Query, request);
        var place = log.Add(new Request($"{route}", context.Request.Path, realm.Now, request.Body?.DeepClone()));
        realm.Proofreader.Read(route.Method, route.Template, $"{route}", request.Body);
        Fault? fault;
        (ApiAnswer? Answer, BucketState? Bucket) outcome = default;
        lock (realm.Gate)
        {
            fault = realm.Faults.Take($"{route}", call.FindId("channel_id"));
            if (fault is not (Fault.LostRequest or Fault.Blow { At: BlowMoment.Asked }))
                outcome = Answer(call, names, fault);
            if (outcome.Answer is { } answer)
                realm.Invalid.Note(answer.Status, answer.Scope);
            log.Answer(place, outcome.Answer?.Status, outcome.Answer?.Code, fault);
            realm.Bell.Ring();
        }

        await SendAsync(context, outcome.Answer, outcome.Bucket, fault);
    }

    private (ApiAnswer Answer, BucketState? Bucket) Answer(
        ApiCall call,
        IReadOnlyDictionary<string, string> names,
        Fault? fault
    )
    {
        BucketState? bucket = null;
        try
        {
            bucket = call.Bot.Limits.Spend(call.Route, names, realm.Options.HasRateLimits);
            if (fault is Fault.Limited { Scope: "global" } all)
            {
                call.Bot.Limits.ShutAll(all.RetryAfter);
                throw new RateLimited(Refused.Limited(all.RetryAfter, all.Scope), null);
            }

            if (fault is Fault.Limited limited)
            {
                bucket = call.Bot.Limits.Shut(call.Route, names, limited.RetryAfter);
                throw Refused.Limited(limited.RetryAfter, limited.Scope);
            }

            Prepare(call, fault);
            var answer = call.Route.Answer(call);
            realm.Proofreader.ReadAnswer(
                call.Route.Method,
                call.Route.Template,
                $"{call.Route}",
                answer.Status,
                answer.Body
            );
            return (answer, bucket);
        }
        catch (RateLimited limited)
        {
            return (ApiAnswer.Of(limited.Refused), limited.Bucket);
        }
        catch (Refused refused)
        {
            return (ApiAnswer.Of(refused), bucket);
        }
        catch (Exception broken)
        {
            // A bug of the emulator's must not look like one of the bot's.
            realm.Proofreader.Misprint($"{call.Route}", $"the emulator broke: {broken}");
            return (ApiAnswer.Of(new Refused(500, 0, "500: Internal Server Error")), bucket);
        }
    }

    /// <summary>Brings about what a fault tells of, before the call is looked at.</summary>
    private void Prepare(ApiCall call, Fault? fault)
    {
        var channel = call.FindId("channel_id") is { } id ? realm.FindChannel(id) : null;
        switch (fault)
        {
            case Fault.ServerError error:
                throw new Refused(error.Status, 0, $"{error.Status}: {BadLine.Reason(error.Status)}");
            case Fault.Refuses refuses:
                throw new Refused(refuses.Status, refuses.Code, refuses.Message);
            case Fault.ChannelGone:
                channel?.Delete();
                break;
            case Fault.Removed:
                channel?.Guild?.Removes(call.Bot);
                break;
        }
    }

    private async Task SendAsync(HttpContext context, ApiAnswer? answer, BucketState? bucket, Fault? fault)
    {
        switch (fault)
        {
            case Fault.Blow { At: not BlowMoment.Answered } early:
                early.Fall();
                context.Abort();
                return;
            case Fault.LostRequest or Fault.LostAnswer:
                context.Abort();
                return;
            case Fault.NeverAnswered:
                await BadLine.HangAsync(context);
                return;
            case Fault.ServerError { IsPage: true } page:
                await BadLine.SendPageAsync(context, page.Status);
                return;
            case Fault.Slow slow:
                await Task.Delay(slow.By, realm.Time, context.RequestAborted);
                break;
        }

        if (answer is not null && !context.RequestAborted.IsCancellationRequested)
            await answer.WriteAsync(context.Response, bucket, fault is Fault.BrokenJson, context.RequestAborted);
        if (fault is Fault.Blow late)
        {
            await context.Response.CompleteAsync();
            late.Fall();
        }
    }

    private TimeSpan? Ban()
    {
        lock (realm.Gate)
            return realm.Invalid.BannedFor;
    }

    /// <summary>Whether the request does not say whose it is. https://docs.discord.com/developers/reference#user-agent</summary>
    private bool IsUnsigned(HttpContext context, string name)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        if (agent.StartsWith("DiscordBot (", StringComparison.Ordinal))
            return false;
        realm.Proofreader.Refuse(
            new Refusal(name, "User-Agent", $"should be DiscordBot (url, version) and is \"{agent}\"")
        );
        return agent.Length == 0;
    }

    private BotAccount? Caller(HttpContext context, ApiRoute route, IReadOnlyDictionary<string, string> names)
    {
        lock (realm.Gate)
        {
            if (route.IsOpen)
                return realm
                    .FindInteraction(
                        names.GetValueOrDefault("interaction_token") ?? names.GetValueOrDefault("webhook_token") ?? ""
                    )
                    ?.Bot;
            var token = context.Request.Headers.Authorization.ToString();
            return
                token.StartsWith("Bot ", StringComparison.Ordinal)
                && realm.FindBot(token[4..]) is { IsTokenGood: true } bot
                ? bot
                : null;
        }
    }

    private static Refused Missing(ApiRoute route) =>
        route.Template.StartsWith("/webhooks", StringComparison.Ordinal)
            ? Refused.UnknownWebhook()
            : Refused.UnknownInteraction();

    private async Task RefuseAsync(HttpContext context, string name, Refused refused)
    {
        lock (realm.Gate)
        {
            log.Answer(
                log.Add(new Request(name, context.Request.Path, realm.Now, null)),
                refused.Status,
                refused.Code,
                null
            );
            realm.Invalid.Note(refused.Status, null);
            realm.Bell.Ring();
        }

        await ApiAnswer.Of(refused).WriteAsync(context.Response, null, isCut: false, context.RequestAborted);
    }
}
