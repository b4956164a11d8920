using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Calls;
using Bot.Emulators.Telegram.Faults;

namespace Bot.Emulators.Telegram;

/// <summary>Where bots come in: /bot&lt;token&gt;/&lt;method&gt; and /file/bot&lt;token&gt;/&lt;path&gt;.</summary>
internal sealed class ApiDoor(Town town, RequestLog log)
{
    private const string BotMark = "/bot";
    private const string FileMark = "/file/bot";

    public static bool IsFor(PathString path) =>
        path.Value is { } text
        && (text.StartsWith(BotMark, StringComparison.Ordinal) || text.StartsWith(FileMark, StringComparison.Ordinal));

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith(FileMark, StringComparison.Ordinal))
            await SendFileAsync(context, path[FileMark.Length..]);
        else if (Split(path[BotMark.Length..]) is not var (token, method) || method.Length == 0)
            await AnswerAsync(context, new Refused(404, "Not Found"));
        else if (town.FindBot(token) is not { } bot)
            await AnswerAsync(context, new Refused(401, "Unauthorized"));
        else
            await HandleAsync(context, bot, method);
    }

    private async Task HandleAsync(HttpContext context, BotAccount bot, string method)
    {
        ReadRequest request;
        try
        {
            request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (Refused refused)
        {
            town.Proofreader.Refuse(new Refusal(method, "", refused.Description));
            await AnswerAsync(context, refused);
            return;
        }

        var call = new ApiCall(bot, method, request.Fields, request.Files, town.Proofreader.Refuse);
        var place = log.Add(new Request(method, call.Text("chat_id"), town.Time.GetUtcNow(), request.Fields));
        town.Proofreader.Read(call, request.Json);
        var chat = call.Text("chat_id") is { } address ? ChatAt(bot, address) : null;
        var fault = town.Faults.Take(method, chat?.Id);
        var answer = fault is Fault.LostRequest or Fault.Blow { At: BlowMoment.Asked }
            ? null
            : await AnswerAsync(call, chat, fault, context.RequestAborted);
        log.Answer(place, answer, fault);
        lock (town.Gate)
            town.Bell.Ring();
        await SendAsync(context, answer, fault);
    }

    private Chat? ChatAt(BotAccount bot, string address)
    {
        lock (town.Gate)
            return town.FindChat(bot, address);
    }

    private async Task<ApiAnswer> AnswerAsync(ApiCall call, Chat? chat, Fault? fault, CancellationToken cancellation)
    {
        try
        {
            lock (town.Gate)
                Trouble.Prepare(town, call, chat, fault);
            if (string.Equals(call.Method, MethodTable.GetUpdates, StringComparison.OrdinalIgnoreCase))
                return ApiAnswer.Of(await call.Bot.Poll.AnswerAsync(call, cancellation));
            var result = AtOnce(call);
            town.Proofreader.ReadAnswer(call.Method, result);
            return ApiAnswer.Of(result);
        }
        catch (Refused refused)
        {
            return ApiAnswer.Of(refused);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ApiAnswer.Of(new Refused(499, "the client hung up"));
        }
        catch (Exception broken)
        {
            // A bug of the emulator's must not look like one of the bot's.
            town.Proofreader.Misprint(call.Method, $"the emulator broke: {broken}");
            return ApiAnswer.Of(new Refused(500, "Internal Server Error"));
        }
    }

    private JsonNode AtOnce(ApiCall call)
    {
        lock (town.Gate)
            return MethodTable.Answer(call);
    }

    private async Task SendAsync(HttpContext context, ApiAnswer? answer, Fault? fault)
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
                await Task.Delay(slow.By, town.Time, context.RequestAborted);
                break;
        }

        if (answer is not null && !context.RequestAborted.IsCancellationRequested)
            await answer.WriteAsync(context.Response, fault is Fault.BrokenJson, context.RequestAborted);
        if (fault is Fault.Blow blow)
        {
            await context.Response.CompleteAsync();
            blow.Fall();
        }
    }

    private static Task AnswerAsync(HttpContext context, Refused refused) =>
        ApiAnswer.Of(refused).WriteAsync(context.Response, isCut: false, context.RequestAborted);

    private async Task SendFileAsync(HttpContext context, string rest)
    {
        var found =
            Split(rest) is var (token, path) && town.FindBot(token) is not null
                ? BytesOf(Path.GetFileNameWithoutExtension(path))
                : null;
        if (found is null)
        {
            await AnswerAsync(context, new Refused(404, "Not Found"));
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(found.Value, context.RequestAborted);
    }

    private ReadOnlyMemory<byte>? BytesOf(string fileId) =>
        town.FindPhoto(fileId)?.Bytes ?? town.FindFile(fileId)?.Bytes;

    private static (string Token, string Tail)? Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : (Uri.UnescapeDataString(path[..slash]), path[(slash + 1)..].TrimEnd('/'));
    }
}
