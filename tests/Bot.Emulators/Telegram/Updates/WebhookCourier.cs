using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Updates;

/// <summary>
/// Brings updates to a bot's own address, one at a time and in order, each until it is taken with a 2xx.
/// https://core.telegram.org/bots/api#setwebhook
/// </summary>
internal sealed class WebhookCourier(BotAccount bot) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromSeconds(3600);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private CancellationTokenSource? _round;

    public Uri? Url { get; private set; }

    public bool IsSet => Url is not null;

    public string? LastError { get; private set; }

    public DateTimeOffset? LastErrorAt { get; private set; }

    public int MostConnections { get; private set; } = 40;

    /// <summary>Within the town's gate.</summary>
    public void Set(Uri url, string? secret, int mostConnections)
    {
        Remove();
        (Url, MostConnections) = (url, mostConnections);
        _round = new CancellationTokenSource();
        _ = BringAsync(url, secret, _round.Token);
    }

    /// <summary>Within the town's gate.</summary>
    public void Remove()
    {
        _round?.Cancel();
        _round?.Dispose();
        (_round, Url, LastError, LastErrorAt) = (null, null, null, null);
    }

    public void Dispose()
    {
        Remove();
        _http.Dispose();
    }

    private async Task BringAsync(Uri url, string? secret, CancellationToken cancellation)
    {
        var failures = 0;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                PendingUpdate? next;
                Task arrived;
                lock (bot.Town.Gate)
                    (next, arrived) = (bot.Inbox.Peek(), bot.Inbox.Arrived);
                if (next is null)
                    await arrived.WaitAsync(cancellation);
                else if (await TryBringAsync(url, secret, next, cancellation) is not { } pause)
                    failures = 0;
                else
                    await Task.Delay(Longer(pause, ++failures), bot.Town.Time, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The webhook was taken away, or the emulator ends.
        }
    }

    /// <summary>Null when it was taken, else how long the receiver asks to be left alone.</summary>
    private async Task<TimeSpan?> TryBringAsync(
        Uri url,
        string? secret,
        PendingUpdate update,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(update.Body.ToJsonString(), Encoding.UTF8, "application/json");
        if (secret is not null)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            if (response.IsSuccessStatusCode)
            {
                lock (bot.Town.Gate)
                    bot.Inbox.Confirm(update.Id);
                return null;
            }

            Fail($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
            return Asked(response.Headers.RetryAfter);
        }
        catch (HttpRequestException broken)
        {
            Fail($"Connection failed: {broken.Message}");
            return TimeSpan.Zero;
        }
    }

    private static TimeSpan Asked(RetryConditionHeaderValue? after) =>
        after?.Delta is { } asked && asked < LongestAsked ? asked : TimeSpan.Zero;

    private static TimeSpan Longer(TimeSpan asked, int failures)
    {
        var growing = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10) - 1));
        var pause = growing < LongestPause ? growing : LongestPause;
        return asked > pause ? asked : pause;
    }

    private void Fail(string why)
    {
        lock (bot.Town.Gate)
            (LastError, LastErrorAt) = (why, bot.Town.Now);
    }

    public JsonObject Describe()
    {
        var json = new JsonObject
        {
            ["url"] = Url?.ToString() ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = bot.Inbox.Count,
        };
        if (LastErrorAt is { } at)
        {
            json["last_error_date"] = at.ToUnixTimeSeconds();
            json["last_error_message"] = LastError;
        }

        if (IsSet)
            json["max_connections"] = MostConnections;
        if (bot.Inbox.Allowed is { } allowed)
            json["allowed_updates"] = new JsonArray([.. allowed.Select(k => JsonValue.Create(k))]);
        return json;
    }
}
