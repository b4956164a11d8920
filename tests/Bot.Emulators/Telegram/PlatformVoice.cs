namespace Bot.Emulators.Telegram;

/// <summary>
/// The accounts under whose name the platform itself shows messages that have no person behind them.
/// https://core.telegram.org/bots/api#message, field "from".
/// </summary>
public sealed class PlatformVoice : Account
{
    /// <summary>Stands for an administrator who speaks as the group.</summary>
    public const long AnonymousAdministratorId = 1087968824;

    /// <summary>Carries the posts of a channel into the group that discusses it.</summary>
    public const long AutomaticForwardId = 777000;

    private PlatformVoice(Town town, long id, string firstName, string? username, bool isBot)
        : base(town, id, firstName, username) => IsBot = isBot;

    public override bool IsBot { get; }

    internal static PlatformVoice AnonymousAdministrator(Town town) =>
        new(town, AnonymousAdministratorId, "Group", "GroupAnonymousBot", isBot: true);

    internal static PlatformVoice AutomaticForward(Town town) =>
        new(town, AutomaticForwardId, "Telegram", username: null, isBot: false);
}
