using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Core.Delivery;
using Bot.Telegram.Api;
using Telegram.Bot.Requests;

namespace Bot.Telegram.Receiving;

/// <summary>Where Telegram brings updates by itself: into the inbox first, then "200".</summary>
internal sealed class TelegramWebhook(TelegramOptions options, TelegramAccount account, Inbox inbox)
{
    public const string Path = "/telegram";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private const int LargestUpdate = 1024 * 1024;

    private readonly Channel<InboxItem> taken = Channel.CreateUnbounded<InboxItem>();

    /// <summary>The same at every start, told to nobody but Telegram.</summary>
    private readonly string secret = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"webhook {options.Token}"))
    );

    public IAsyncEnumerable<InboxItem> ReadAsync(CancellationToken cancellation) =>
        taken.Reader.ReadAllAsync(cancellation);

    /// <exception cref="global::Telegram.Bot.Exceptions.RequestException">Telegram refuses, or does not answer.</exception>
    public Task RegisterAsync(CancellationToken cancellation) =>
        TelegramAccount.CallAsync(
            token =>
                account.Line.SendRequest(
                    new SetWebhookRequest
                    {
                        Url = options.Webhook,
                        SecretToken = secret,
                        AllowedUpdates = RawUpdates.WantedTypes,
                    },
                    token
                ),
            cancellation
        );

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsTelegram(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (account.Me is not { } me)
        {
            // Told again in a moment.
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (await ReadBodyAsync(context) is not { } update || RawUpdates.Numbered([update]) is not [var (number, body)])
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var name = TelegramAddress.InboxOf(me.Id);
        foreach (var item in await inbox.TakeAsync(name, [(number, body)], number + 1, context.RequestAborted))
            await taken.Writer.WriteAsync(item, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    /// <summary>In constant time, whatever is sent.</summary>
    private bool IsTelegram(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString())),
            SHA256.HashData(Encoding.UTF8.GetBytes(secret))
        );

    private static async Task<JsonElement?> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or > LargestUpdate)
            return null;
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(
                context.Request.Body,
                cancellationToken: context.RequestAborted
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
