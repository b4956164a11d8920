using Bot.Discord.Api.Limits;

namespace Bot.Discord.Api;

/// <summary>
/// The one way to Discord: within its limits, again where that does no harm, and never once it has turned us away.
/// </summary>
internal sealed partial class ApiLine(
    DiscordAccess access,
    IHttpClientFactory clients,
    RateLimits limits,
    InvalidRequests invalid,
    TimeProvider time,
    Random random,
    ILogger<ApiLine> log
)
{
    /// <summary>After a lost or broken answer.</summary>
    private const int MostRepeats = 3;

    /// <summary>Limits that were met although they were kept: others use the same token, or the same channel.</summary>
    private const int MostHalts = 5;

    public async Task<ApiAnswer<byte[]>> AskAsync(ApiRequest request, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + access.LongestWait;
        var (repeats, halts) = (0, 0);
        while (true)
        {
            if (invalid.Stopped is { } stopped)
                return new ApiAnswer<byte[]>.Stopped(stopped);
            if (invalid.Wait is { } wait)
                return new ApiAnswer<byte[]>.RateLimited(wait, LimitScope.OurOwn);
            switch (await limits.EnterAsync(request.Route.Limit, until, cancellation))
            {
                case LimitPass.Held held:
                    return new ApiAnswer<byte[]>.RateLimited(held.After, held.Scope);
                case LimitPass.Granted granted:
                    var (answer, mayRepeat) = await AttemptAsync(request, granted.Bucket, cancellation);
                    // Whoever was halted waits at the entrance again.
                    if (answer is ApiAnswer<byte[]>.RateLimited && ++halts <= MostHalts)
                        continue;
                    if (!mayRepeat || !await RestAsync(++repeats, until, cancellation))
                        return answer;
                    LogAgain(request.Route.Limit.Route, repeats);
                    break;
            }
        }
    }

    private async Task<(ApiAnswer<byte[]> Answer, bool MayRepeat)> AttemptAsync(
        ApiRequest request,
        LimitBucket bucket,
        CancellationToken cancellation
    )
    {
        var key = request.Route.Limit;
        ApiReply reply;
        try
        {
            reply = await SendAsync(request, cancellation);
        }
        catch
        {
            limits.Leave(key, bucket, status: null, headers: null);
            throw;
        }

        if (reply is not ApiReply.Came came)
        {
            limits.Leave(key, bucket, status: null, headers: null);
            return reply is ApiReply.Lost { WasSent: false, Why: var why }
                ? (new ApiAnswer<byte[]>.Unreachable(why), true)
                : (new ApiAnswer<byte[]>.Unknown(((ApiReply.Lost)reply).Why), request.IsRepeatable);
        }

        return Judge(request, bucket, came);
    }

    private (ApiAnswer<byte[]> Answer, bool MayRepeat) Judge(ApiRequest request, LimitBucket bucket, ApiReply.Came came)
    {
        var key = request.Route.Limit;
        if (came.Status is >= 200 and < 300)
        {
            limits.Leave(key, bucket, came.Status, came.Limits);
            return (new ApiAnswer<byte[]>.Ok(came.Body), false);
        }

        var refusal = ApiRefusal.Parse(came.Body);
        var told = came.Limits with { IsGlobal = came.Limits.IsGlobal || refusal.IsGlobal };
        var held = limits.Leave(key, bucket, came.Status, told, refusal.RetryAfter);
        invalid.Count(came.Status, held?.Scope, isOwnToken: !request.Route.IsInteraction);
        if (held is not null)
        {
            LogHeld(key.Route, held.Scope, held.After.TotalSeconds);
            return (new ApiAnswer<byte[]>.RateLimited(held.After, held.Scope), false);
        }

        if (came.Status >= 500)
            return (
                new ApiAnswer<byte[]>.Unknown($"Discord answered {came.Status} to {key.Route}"),
                request.IsRepeatable
            );
        return invalid.Stopped is { } stopped && came.Status == 401
            ? (new ApiAnswer<byte[]>.Stopped(stopped), false)
            : (new ApiAnswer<byte[]>.Refused(came.Status, refusal.Code, refusal.Message, refusal.Faults), false);
    }

    private async Task<ApiReply> SendAsync(ApiRequest request, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(access.Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var name = request.Route.Limit.Route;
        try
        {
            using var client = clients.CreateClient(DiscordAccess.ClientName);
            using var written = request.Write(access);
            using var response = await client.SendAsync(written, both.Token);
            return new ApiReply.Came(
                (int)response.StatusCode,
                LimitHeaders.Of(response.Headers),
                await response.Content.ReadAsByteArrayAsync(both.Token)
            );
        }
        catch (HttpRequestException broken)
        {
            return new ApiReply.Lost(WasSent(broken), $"{access.ApiUrl.Host} did not answer {name} ({broken.Message})");
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            // The handler says so where it could not even connect in time.
            var wasSent = late.InnerException is not TimeoutException;
            return new ApiReply.Lost(wasSent, $"{access.ApiUrl.Host} did not answer {name} in time");
        }
    }

    private static bool WasSent(HttpRequestException broken) =>
        broken.HttpRequestError
            is not (
                HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError
            );

    /// <returns>False where there is no time, or no hope, for another attempt.</returns>
    private async Task<bool> RestAsync(int repeats, DateTimeOffset until, CancellationToken cancellation)
    {
        double luck;
        lock (random)
            luck = random.NextDouble();
        var rest = TimeSpan.FromSeconds(Math.Pow(2, repeats - 1)) * (0.5 + (luck / 2));
        if (repeats > MostRepeats || time.GetUtcNow() + rest > until)
            return false;
        await Task.Delay(rest, time, cancellation);
        return true;
    }

    [LoggerMessage(810, LogLevel.Information, "Discord is asked {Route} again ({Repeats})")]
    private partial void LogAgain(string route, int repeats);

    [LoggerMessage(811, LogLevel.Information, "Discord halts {Route} for {Seconds} s ({Scope})")]
    private partial void LogHeld(string route, LimitScope scope, double seconds);
}
