namespace Bot.Web;

/// <summary>Asks a running bot whether it is alive, for the container's health check.</summary>
internal static class AliveProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <returns>Null where it is; else what is wrong, in a sentence.</returns>
    public static async Task<string?> AskAsync(WebOptions options, CancellationToken cancellation)
    {
        if (options.Addresses() is not [var first, ..])
            return "Web:Urls is empty, so a running bot has no health page; set it to http://127.0.0.1:8080";
        var address = first
            .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal);
        var page = new Uri(new Uri(address), "/healthz");
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(page, cancellation);
            return answer.IsSuccessStatusCode
                ? null
                : $"{page} answered {(int)answer.StatusCode}: {(await answer.Content.ReadAsStringAsync(cancellation)).Trim()}";
        }
        catch (HttpRequestException)
        {
            return $"Nobody answers at {page}; is the bot running (bot run)?";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{page} gave no answer within {Patience.TotalSeconds:0} s";
        }
    }
}
