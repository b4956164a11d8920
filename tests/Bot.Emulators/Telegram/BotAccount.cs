using Bot.Emulators.Telegram.Calls;
using Bot.Emulators.Telegram.Floods;
using Bot.Emulators.Telegram.Updates;

namespace Bot.Emulators.Telegram;

/// <summary>A bot as its owner registered it.</summary>
public sealed class BotAccount : Account
{
    internal BotAccount(Town town, string token, string username, string name, bool hasPrivacy)
        : base(town, IdIn(token), name, username)
    {
        Token = token;
        HasPrivacy = hasPrivacy;
        Inbox = new UpdateQueue(town.Time, town.Proofreader);
        Floods = new FloodGate(town.Time);
        Webhook = new WebhookCourier(this);
        Poll = new LongPoll(this);
    }

    public string Token { get; }

    /// <summary>With privacy a bot hears in groups only what is meant for it, unless it is an administrator there.</summary>
    public bool HasPrivacy { get; }

    public override bool IsBot => true;

    /// <summary>Updates that the bot has not yet confirmed.</summary>
    public int PendingUpdates => Inbox.Count;

    internal UpdateQueue Inbox { get; }

    internal FloodGate Floods { get; }

    internal LongPoll Poll { get; }

    internal WebhookCourier Webhook { get; }

    internal CommandBook Commands { get; } = new();

    internal Dictionary<string, Press> Presses { get; } = new(StringComparer.Ordinal);

    /// <summary>The commands that a client of this language would offer in this scope, exactly as they were set.</summary>
    public IReadOnlyList<BotCommand> CommandsOf(string scope = "default", string language = "")
    {
        lock (Town.Gate)
            return Commands.Of(scope, language);
    }

    /// <summary>Waits until the bot waits for updates.</summary>
    public Task WaitUntilPollingAsync(CancellationToken cancellation) =>
        Town.WaitForAsync(() => Poll.IsWaiting ? this : null, () => $"{FirstName} asked for no updates.", cancellation);

    /// <summary>Puts an update whose fields have wrong types behind those that wait.</summary>
    public void IsSentMalformedUpdate()
    {
        lock (Town.Gate)
            Inbox.AddMalformed();
    }

    private static long IdIn(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return
            colon > 0
            && long.TryParse(token.AsSpan(0, colon), System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ArgumentException(
                $"\"{token}\" is no token: it begins with digits and a colon.",
                nameof(token)
            );
    }
}
