using Bot.Emulators.Discord.Calls;
using Bot.Emulators.Discord.Gateway;
using Bot.Emulators.Discord.Limits;

namespace Bot.Emulators.Discord;

/// <summary>A bot as its owner registered it. Its application has the same number.</summary>
public sealed class BotAccount : Account
{
    internal BotAccount(Realm realm, long id, string token, string name)
        : base(realm, id, name)
    {
        Token = token;
        Limits = new RateGate(realm.Time);
        Gateway = new GatewayDesk(this);
    }

    public string Token { get; }

    /// <summary>False after the owner took a new token: every call is answered with 401, every identify with 4004.</summary>
    public bool IsTokenGood { get; set; } = true;

    public override bool IsBot => true;

    /// <summary>The bot's sessions, and what can be done to its sockets.</summary>
    public GatewayDesk Gateway { get; }

    internal RateGate Limits { get; }

    internal CommandBook Book { get; } = new();

    /// <summary>The commands as they were last set, for all servers.</summary>
    public IReadOnlyList<AppCommand> Commands
    {
        get
        {
            lock (Realm.Gate)
                return Book.Of(guild: null);
        }
    }
}
