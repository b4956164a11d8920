using System.Globalization;
using Bot.Core.Chat;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram;

/// <summary>Looks places up at Telegram: by the names that people write, and whether they can be written to.</summary>
internal sealed class TelegramPlaces(TelegramAccount account, MemberRights rights)
{
    public async Task<PlaceLookup> FindAsync(string written, Asker asker, CancellationToken cancellation)
    {
        if (Read(written.Trim()) is not var (chat, topic))
            return new PlaceLookup.Unknown();
        try
        {
            var found = await TelegramAccount.CallAsync(token => account.Line.GetChat(chat, token), cancellation);
            var title = found.Title ?? $"{found.FirstName} {found.LastName}".Trim();
            var isTheirs =
                long.TryParse(asker.Id, CultureInfo.InvariantCulture, out var person)
                && await rights.MayAdministerAsync(found.Id, person, cancellation);
            return isTheirs
                ? new PlaceLookup.Found(TelegramAddress.Of(found.Id, topic), title)
                : new PlaceLookup.NotTheirs(title);
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 403)
        {
            return new PlaceLookup.Unknown();
        }
    }

    /// <returns>What stands in the way of posting there; null where nothing does.</returns>
    public async Task<string?> CheckAsync(Destination destination, CancellationToken cancellation)
    {
        if (TelegramAddress.Read(destination) is not var (chat, topic))
            return $"“{destination.Address}” is no chat of Telegram's; write its number, as -1001234567890";
        try
        {
            // The lightest thing that takes the same rights as a message.
            await TelegramAccount.CallAsync(
                token => account.Line.SendChatAction(chat, ChatAction.Typing, topic, cancellationToken: token),
                cancellation
            );
            return null;
        }
        catch (RequestException failed)
        {
            return Refusals.Of(failed) switch
            {
                PostOutcome.Gone gone => gone.Why,
                PostOutcome.Forbidden forbidden => forbidden.Why,
                PostOutcome.Migrated moved => $"it is {moved.To} now",
                PostOutcome.Retry retry => retry.Why,
                PostOutcome.Unknown unknown => unknown.Why,
                _ => failed.Message,
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "why.no-answer";
        }
    }

    /// <summary>"@name", "https://t.me/name", "https://t.me/c/1234567890/5", "-1001234567890/5", "telegram:-100…".</summary>
    private static (ChatId Chat, int? Topic)? Read(string written)
    {
        if (written.StartsWith('@') && written.Length > 1)
            return (new ChatId(written), null);
        if (written.StartsWith("t.me/", StringComparison.OrdinalIgnoreCase))
            written = $"https://{written}";
        if (Uri.TryCreate(written, UriKind.Absolute, out var link) && link.Host is "t.me" or "telegram.me")
            return link!.Segments.Select(s => s.Trim('/')).Where(s => s.Length > 0).ToList() switch
            {
                ["c", var chat] => Numbered($"-100{chat}", null),
                ["c", var chat, var topic, ..] => Numbered($"-100{chat}", topic),
                [var name, ..] => (new ChatId($"@{name}"), null),
                _ => null,
            };
        var address = written.StartsWith("telegram:", StringComparison.OrdinalIgnoreCase) ? written[9..] : written;
        return address.Split('/') is [var number, .. var rest] ? Numbered(number, rest.FirstOrDefault()) : null;
    }

    private static (ChatId Chat, int? Topic)? Numbered(string chat, string? topic)
    {
        if (!long.TryParse(chat, CultureInfo.InvariantCulture, out var number))
            return null;
        return int.TryParse(topic, CultureInfo.InvariantCulture, out var thread) ? (number, thread) : (number, null);
    }
}
