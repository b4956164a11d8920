using System.Net;
using System.Net.Http.Json;
using Bot.Emulators.Telegram;

namespace Bot.Tests.Telegram;

public sealed class WebhookTests
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_that_Telegram_brings_are_answered()
    {
        await using var desk = await OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);

        var answer = await TelegramDesk.AskAsync(chat.With!, chat, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Telegram.Requests.Of("getUpdates"));
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("guessed")]
    public async Task Whoever_does_not_know_the_secret_is_not_listened_to(string? secret)
    {
        await using var desk = await OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);

        using var response = await BringAsync(desk, secret, Update(7, chat, "/who"));
        await TelegramDesk.AskAsync(chat.With!, chat, "/latest");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("1 article", Assert.Single(chat.BotMessages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_is_brought_twice_is_answered_once()
    {
        await using var desk = await OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        var secret = desk.Telegram.Requests.Of("setWebhook")[0].Fields["secret_token"];

        for (var time = 0; time < 2; time++)
        {
            using var response = await BringAsync(desk, secret, Update(7, chat, "/who"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await chat.WaitForBotMessagesAsync(1, Cancellation);
        await TelegramDesk.AskAsync(chat.With!, chat, "/latest");
        Assert.Equal(2, chat.BotMessages.Count);
    }

    private static async Task<TelegramDesk> OpenAsync()
    {
        var address = $"http://127.0.0.1:{Doorway.FreePort()}";
        var desk = await TelegramDesk.OpenAsync(
            settings: new Dictionary<string, string?>
            {
                ["Web:Urls"] = address,
                ["Telegram:Webhook"] = $"{address}/telegram",
            }
        );
        await desk.HearsAsync("answers, by webhook");
        return desk;
    }

    private static async Task<HttpResponseMessage> BringAsync(TelegramDesk desk, string? secret, object update)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, desk.Settings["Telegram:Webhook"]);
        request.Content = JsonContent.Create(update);
        await request.Content.LoadIntoBufferAsync(Cancellation); // Telegram says how long it is.
        if (secret is not null)
            request.Headers.Add(SecretHeader, secret);
        return await client.SendAsync(request, Cancellation);
    }

    private static object Update(long number, Chat chat, string text) =>
        new
        {
            update_id = number,
            message = new
            {
                message_id = 900,
                date = 1_770_000_000,
                from = new
                {
                    id = chat.Id,
                    is_bot = false,
                    first_name = "Ann",
                },
                chat = new
                {
                    id = chat.Id,
                    type = "private",
                    first_name = "Ann",
                },
                text,
                entities = new[]
                {
                    new
                    {
                        type = "bot_command",
                        offset = 0,
                        length = text.Length,
                    },
                },
            },
        };
}
