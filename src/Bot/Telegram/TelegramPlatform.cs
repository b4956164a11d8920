using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Commands.Reception;
using Bot.Core.Delivery;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Bot.Telegram.Sending;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram;

/// <summary>Telegram as a place where people talk: private chats, groups, topics and channels.</summary>
internal sealed partial class TelegramPlatform(
    TelegramAccount account,
    TelegramReception reception,
    TelegramPress press,
    TelegramPlaces places,
    GivenFiles files,
    TelegramMenus menus,
    TelegramCheck check,
    MemberRights rights,
    UpdateReader reader,
    Inbox inbox,
    ReplyDesk replies,
    ILogger<TelegramPlatform> log
) : IChatPlatform
{
    /// <summary>https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this</summary>
    private static readonly Pace InPrivate = new(
        InAllPerSecond: 30,
        ChatInterval: TimeSpan.FromSeconds(1),
        ChatBurst: 3,
        ChatPerMinute: null
    );

    private static readonly Pace InGroups = InPrivate with { ChatPerMinute = 20 };

    public string Name => TelegramAddress.Platform;

    public Uri? Invitation =>
        account.Me is { Username: { } name }
            ? new Uri($"https://t.me/{name}?startgroup={FrontDesk.InvitedPayload}")
            : null;

    public Pace? PaceOf(Destination destination) =>
        TelegramAddress.Read(destination) is var (chat, _) && TelegramAddress.IsPrivate(chat) ? InPrivate : InGroups;

    public Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation) =>
        press.PostAsync(post, cancellation);

    public async Task<bool> MayAdministerAsync(Asker asker, Destination place, CancellationToken cancellation) =>
        TelegramAddress.Read(place) is var (chat, _)
        && long.TryParse(asker.Id, CultureInfo.InvariantCulture, out var person)
        && await rights.MayAdministerAsync(chat, person, cancellation);

    public Task<PlaceLookup> FindPlaceAsync(string written, Asker asker, CancellationToken cancellation) =>
        places.FindAsync(written, asker, cancellation);

    /// <summary>Topics are numbered within their chat.</summary>
    public Task<bool> LiesInItsChatAsync(Destination place, CancellationToken cancellation) =>
        Task.FromResult(TelegramAddress.Read(place) is not null);

    public Task<FileReading> ReadFileAsync(GivenFile file, int mostBytes, CancellationToken cancellation) =>
        files.ReadAsync(file, mostBytes, cancellation);

    /// <summary>Of people, the private chat has their own number.</summary>
    public Destination? PrivatePlaceOf(string person) =>
        long.TryParse(person, CultureInfo.InvariantCulture, out var id) && TelegramAddress.IsPrivate(id)
            ? TelegramAddress.Of(id)
            : null;

    public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation) =>
        places.CheckAsync(destination, cancellation);

    public Task ShowMenusAsync(IReadOnlyList<CommandMenu> shown, CancellationToken cancellation) =>
        menus.ShowAsync(shown, cancellation);

    public Task<IReadOnlyList<PlatformFinding>> CheckAsync(bool isRunning, CancellationToken cancellation) =>
        check.LookAsync(isRunning, cancellation);

    public async IAsyncEnumerable<InboundEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var me = await reception.OpenAsync(cancellation);
        var (again, givenUp) = await inbox.LeftOverAsync(TelegramAddress.InboxOf(me.Id), cancellation);
        foreach (var item in givenUp)
            LogGivenUp(item.Event);
        foreach (var item in again)
        {
            if (await ReadAsync(item, cancellation) is { } happened)
                yield return happened;
        }

        await foreach (var item in reception.ReadAsync(TelegramAddress.InboxOf(me.Id), cancellation))
        {
            if (await ReadAsync(item, cancellation) is { } happened)
                yield return happened;
        }
    }

    /// <returns>Null where the update means nothing to us; it is settled then.</returns>
    private async Task<InboundEvent?> ReadAsync(InboxItem item, CancellationToken cancellation)
    {
        InboundEvent? happened = null;
        try
        {
            happened = reader.Read(item);
        }
        catch (Exception malformed) when (malformed is JsonException or NotSupportedException or RequestException)
        {
            LogMalformed(malformed, item.Event);
        }

        if (happened is null)
            await replies.EndAsync(item, null, cancellation);
        return happened;
    }

    [LoggerMessage(710, LogLevel.Warning, "Update {UpdateId} of Telegram's cannot be read and is left out")]
    private partial void LogMalformed(Exception malformed, long updateId);

    [LoggerMessage(
        711,
        LogLevel.Error,
        "Update {UpdateId} of Telegram's ended the program again and again; it is left out"
    )]
    private partial void LogGivenUp(long updateId);
}
