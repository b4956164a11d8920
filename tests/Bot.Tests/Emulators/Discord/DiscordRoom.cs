using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Emulators.Discord;

namespace Bot.Tests.Emulators.Discord;

/// <summary>An emulator with a bot, its HTTP line, and Ann's server with one channel; the clock stands unless it is moved.</summary>
internal sealed class DiscordRoom : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private DiscordRoom(DiscordEmulator emulator, WatchedTime time)
    {
        Emulator = emulator;
        Time = time;
        Bot = emulator.AddBot();
        Ann = emulator.AddPerson("Ann", locale: "de");
        Guild = emulator.AddGuild("News lovers", Ann);
        News = Guild.AddTextChannel("news");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", Bot.Token);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1.0)");
    }

    public DiscordEmulator Emulator { get; }

    public WatchedTime Time { get; }

    public BotAccount Bot { get; }

    public Person Ann { get; }

    public Guild Guild { get; }

    public Channel News { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DiscordRoom> OpenAsync(DiscordEmulatorOptions? options = null)
    {
        var time = new WatchedTime();
        options = (options ?? new DiscordEmulatorOptions { HasRateLimits = false }) with { Time = time };
        return new DiscordRoom(await DiscordEmulator.StartAsync(options, Cancellation), time);
    }

    public async Task<(int Status, JsonElement Body)> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{Emulator.ApiUrl}{path}"));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public Task<(int Status, JsonElement Body)> PostAsync(object body, Channel? channel = null) =>
        CallAsync(HttpMethod.Post, $"/channels/{(channel ?? News).Id}/messages", body);

    public Task<(int Status, JsonElement Body)> AnswerAsync(Interaction interaction, int type, object? data = null) =>
        CallAsync(
            HttpMethod.Post,
            $"/interactions/{interaction.Id}/{interaction.Token}/callback",
            data is null ? new { type } : new { type, data }
        );

    public Task<(int Status, JsonElement Body)> FollowAsync(
        HttpMethod method,
        Interaction interaction,
        string tail,
        object? body = null
    ) => CallAsync(method, $"/webhooks/{Bot.Id}/{interaction.Token}{tail}", body);

    /// <summary>One command without options.</summary>
    public async Task RegisterAsync(object? command = null)
    {
        var set = await CallAsync(
            HttpMethod.Put,
            $"/applications/{Bot.Id}/commands",
            new[] { command ?? new { name = "quotes", description = "What was said" } }
        );
        Assert.Equal(200, set.Status);
    }

    /// <summary>The platform's own number of an error; 0 where there is none.</summary>
    public static int CodeOf((int Status, JsonElement Body) answer) =>
        answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("code", out var code)
            ? code.GetInt32()
            : 0;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        Assert.Empty(Emulator.Misprints);
    }
}
