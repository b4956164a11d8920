using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Telegram.Api;

/// <summary>The bot's account at Telegram, and the line to it.</summary>
internal sealed class TelegramAccount(TelegramOptions options, IHttpClientFactory clients)
{
    /// <summary>The name of its clients: nobody logs their addresses, which hold the token.</summary>
    public const string ClientName = "telegram";

    /// <summary>All calls but long polls and posts, which have a limit of their own.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    private ITelegramBotClient? line;

    /// <summary>Waits for nothing by itself: whoever calls owns all waiting.</summary>
    public ITelegramBotClient Line =>
        line ??= new TelegramBotClient(
            new TelegramBotClientOptions(options.Token, options.ApiUrl) { RetryThreshold = 0, RetryCount = 0 },
            clients.CreateClient(ClientName)
        );

    /// <summary>Null until the account has answered once.</summary>
    public User? Me { get; private set; }

    /// <exception cref="global::Telegram.Bot.Exceptions.RequestException">Telegram refuses, or does not answer.</exception>
    public async Task<User> KnowAsync(CancellationToken cancellation) =>
        Me ??= await CallAsync(token => Line.GetMe(token), cancellation);

    /// <summary>A call that gives up in time.</summary>
    public static async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestCall);
        return await call(limit.Token);
    }

    public static Task CallAsync(Func<CancellationToken, Task> call, CancellationToken cancellation) =>
        CallAsync(
            async token =>
            {
                await call(token);
                return true;
            },
            cancellation
        );
}
