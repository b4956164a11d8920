namespace Bot.Core.Chat;

/// <summary>Where a message goes: "terminal", "discord:CHANNEL" or "telegram:CHAT/TOPIC".</summary>
/// <param name="Platform">The name of an <see cref="IChatPlatform"/>, lower case.</param>
/// <param name="Address">The platform's own address of the place, empty where the platform has one place only.</param>
public readonly record struct Destination(string Platform, string Address)
{
    public static readonly Destination Terminal = new("terminal", "");

    public static Destination? TryParse(string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var platform = (colon < 0 ? written : written[..colon]).Trim().ToLowerInvariant();
        var address = colon < 0 ? "" : written[(colon + 1)..].Trim();
        return platform switch
        {
            "terminal" when address.Length == 0 => Terminal,
            "discord" or "telegram" when address.Length > 0 => new Destination(platform, address),
            _ => null,
        };
    }

    /// <summary>The whole chat that a topic is part of; of anything else, itself.</summary>
    public Destination Chat =>
        Address.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? this with
            {
                Address = Address[..slash],
            }
            : this;

    /// <summary>What the address names within its chat; null where it names the whole.</summary>
    public string? Topic => Address.Length == Chat.Address.Length ? null : Address[(Chat.Address.Length + 1)..];

    public override string ToString() => Address.Length == 0 ? Platform : $"{Platform}:{Address}";
}
