namespace Bot.Core.Feeds.Fetching;

/// <summary>Asks an address and follows where it leads, each hop as careful and as patient as the first.</summary>
internal sealed class RedirectWalk(
    WebLine line,
    HostLanes lanes,
    SemaphoreSlim seats,
    FetchLimits limits,
    TimeProvider time
)
{
    /// <param name="turn">Taken before, and kept for what is made of the answer; null where the walk waits for its own.</param>
    /// <param name="objection">Asked before each hop; null where nobody can have one.</param>
    public async Task<FetchOutcome> GoAsync(
        Uri from,
        WebAsk ask,
        HostTurn? turn,
        Func<Uri, CancellationToken, Task<FetchOutcome.Failed?>>? objection,
        CancellationToken cancellation
    )
    {
        if (FetchAddress.FindFault(from) is { } bad)
            return bad;
        using var own = new HostTurn(lanes, ask.IsAhead ? null : seats);
        var (url, trail, budget) = (from, new RedirectTrail(from), limits.Deadline);
        while (true)
        {
            if (objection is not null && await objection(url, cancellation) is { } forbidden)
                return forbidden;

            if (budget <= TimeSpan.Zero)
                return new FetchOutcome.Failed(
                    FetchFault.TooSlow,
                    $"{FetchAddress.Name(url)} was not done within {limits.Deadline.TotalSeconds:0} s"
                );
            await (turn ?? own).GoToAsync(FetchAddress.Lane(url), ask.IsAhead, cancellation);
            WebAnswer answer;
            var start = time.GetTimestamp();
            try
            {
                answer = await line.AskAsync(url, ask, budget, cancellation);
            }
            catch (FetchRefusal refusal)
            {
                return new FetchOutcome.Failed(refusal.Fault, refusal.Message);
            }
            finally
            {
                turn?.Rest();
                own.Dispose();
            }

            budget -= time.GetElapsedTime(start);

            if (answer.Status is not (301 or 302 or 303 or 307 or 308))
                return Judge(url, ask, answer, trail.MovedTo);
            if (FetchAddress.Follow(url, answer.Location) is not { } next)
                return Fault(FetchFault.Broken, url, answer, "and not where to");
            if (FetchAddress.FindFault(next) is { } wrong)
                return wrong with
                {
                    Words = $"{FetchAddress.Name(url)} redirects: {wrong.Words}",
                    Status = answer.Status,
                };
            if (!trail.TryAdd(next, isPermanent: answer.Status is 301 or 308))
                return Fault(FetchFault.TooManyRedirects, url, answer, "in a circle");
            if (trail.Hops > limits.MostRedirects)
                return Fault(
                    FetchFault.TooManyRedirects,
                    url,
                    answer,
                    $"for more than the {limits.MostRedirects}th time"
                );
            url = next;
        }
    }

    private static FetchOutcome Judge(Uri url, WebAsk ask, WebAnswer answer, Uri? movedTo) =>
        answer.Status switch
        {
            >= 200 and < 300 => new FetchOutcome.Fetched(answer.Bytes, answer.Headers, url, movedTo),
            304 when ask.ETag is not null || ask.LastModified is not null => new FetchOutcome.NotModified(
                answer.Headers,
                url,
                movedTo
            ),
            304 => Fault(FetchFault.Broken, url, answer, "although nothing was here yet"),
            410 => Fault(FetchFault.Gone, url, answer),
            429 or 503 => Fault(FetchFault.Busy, url, answer) with { RetryAfter = answer.RetryAfter },
            >= 500 => Fault(FetchFault.Broken, url, answer),
            _ => Fault(FetchFault.Refused, url, answer),
        };

    private static FetchOutcome.Failed Fault(FetchFault fault, Uri url, WebAnswer answer, string? more = null) =>
        new(
            fault,
            $"{FetchAddress.Name(url)} answered {answer.Status}{(more is null ? "" : $", {more}")}",
            answer.Status
        );
}
