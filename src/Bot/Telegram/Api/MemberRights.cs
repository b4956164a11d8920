using System.Collections.Concurrent;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Api;

/// <summary>Who is an administrator where: asked of Telegram, and known for a while unless something changes there.</summary>
internal sealed class MemberRights(TelegramAccount account, TimeProvider time)
{
    /// <summary>Telegram tells of changes only where the bot is an administrator itself.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, ConcurrentDictionary<long, (bool May, DateTimeOffset Until)>> chats =
        new();

    /// <exception cref="global::Telegram.Bot.Exceptions.RequestException">Telegram does not answer.</exception>
    public async Task<bool> MayAdministerAsync(long chat, long person, CancellationToken cancellation)
    {
        if (TelegramAddress.IsPrivate(chat))
            return chat == person;
        var members = chats.GetOrAdd(chat, _ => new());
        if (members.TryGetValue(person, out var known) && known.Until > time.GetUtcNow())
            return known.May;
        var may = await AskAsync(chat, person, cancellation);
        members[person] = (may, time.GetUtcNow() + Known);
        return may;
    }

    public void Forget(long chat) => chats.TryRemove(chat, out _);

    private async Task<bool> AskAsync(long chat, long person, CancellationToken cancellation)
    {
        try
        {
            var member = await TelegramAccount.CallAsync(
                token => account.Line.GetChatMember(chat, person, token),
                cancellation
            );
            return member.Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 400 or 403)
        {
            return false; // Not a member, or we are not.
        }
    }
}
