using System.Net.Http.Json;
using System.Text.Json;
using Bot.Emulators.Telegram;

namespace Bot.Tests.Emulators;

/// <summary>A bare client of the Bot API: calls a method and gives what came back.</summary>
internal sealed class BotLine(TelegramEmulator emulator, BotAccount bot) : IDisposable
{
    private readonly HttpClient _http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<JsonElement> CallAsync(string method, object? parameters = null)
    {
        var url = new Uri(emulator.Url, $"/bot{bot.Token}/{method}");
        using var response = await _http.PostAsJsonAsync(url, parameters ?? new { }, Cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public async Task<IReadOnlyList<JsonElement>> UpdatesAsync(params string[] kinds)
    {
        var answer = await CallAsync("getUpdates", new { allowed_updates = kinds });
        var updates = answer.GetProperty("result").EnumerateArray().ToList();
        if (updates.Count > 0)
            await CallAsync("getUpdates", new { offset = updates[^1].GetProperty("update_id").GetInt64() + 1 });
        return updates;
    }

    /// <summary>The texts of the messages that wait.</summary>
    public async Task<IReadOnlyList<string?>> HeardAsync() =>
        [
            .. (await UpdatesAsync())
                .Where(u => u.TryGetProperty("message", out var m) && m.TryGetProperty("text", out _))
                .Select(u => u.GetProperty("message").GetProperty("text").GetString()),
        ];

    public void Dispose() => _http.Dispose();
}
