using System.Globalization;
using Bot.Core.Chat;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Accounts;

/// <summary>
/// Discord's places as destinations: "discord:SERVER/CHANNEL"; "discord:CHANNEL" for direct messages, and for a channel
/// whose server is not known yet; "discord:SERVER" for a whole server; "discord:@PERSON" for who is told in private.
/// The answer to an interaction stands in a line of its own: "discord:SERVER/CHANNEL/i123".
/// </summary>
internal static class DiscordAddress
{
    public const string Platform = "discord";

    private const char Person = '@';

    private const char Interaction = 'i';

    /// <param name="guild">Null in direct messages.</param>
    public static Destination Of(Snowflake? guild, Snowflake channel) =>
        new(Platform, guild is { } server ? $"{server}/{channel}" : $"{channel}");

    public static Destination OfGuild(Snowflake guild) => new(Platform, $"{guild}");

    public static Destination OfPerson(Snowflake person) => new(Platform, $"{Person}{person}");

    /// <summary>Whatever stands in a channel's way, and whatever waits there, holds up no answer.</summary>
    public static Destination OfAnswer(Destination place, Snowflake interaction) =>
        place with
        {
            Address = $"{place.Address}/{Interaction}{interaction}",
        };

    /// <returns>Where an answer stands; of anything else, itself.</returns>
    public static Destination PlaceOf(Destination destination) =>
        destination with
        {
            Address = string.Join('/', Parts(destination)),
        };

    /// <returns>The channel, and its server where the address names it; null where the address names no channel.</returns>
    public static (Snowflake? Guild, Snowflake Channel)? Read(Destination destination) =>
        Parts(destination) switch
        {
            [var channel] when Snowflake.TryParse(channel) is { } id => (null, id),
            [var guild, var channel]
                when Snowflake.TryParse(guild) is { } server && Snowflake.TryParse(channel) is { } id => (server, id),
            _ => null,
        };

    /// <summary>False where an address puts the channel into a server that is not its own.</summary>
    /// <param name="guild">Of the address; null where it names none.</param>
    public static bool Agrees(Snowflake? guild, DiscordChannel channel) => guild is null || channel.GuildId == guild;

    public static Snowflake? ReadPerson(Destination destination) =>
        destination.Address is [Person, .. var person] ? Snowflake.TryParse(person) : null;

    /// <summary>Where interactions are kept: another application's have numbers of their own.</summary>
    public static string InboxOf(Snowflake application) =>
        string.Create(CultureInfo.InvariantCulture, $"{Platform}:{application}");

    private static string[] Parts(Destination destination) =>
        [.. destination.Address.Split('/').Where(p => !p.StartsWith(Interaction))];
}
