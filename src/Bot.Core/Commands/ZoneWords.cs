using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Places.Zones;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Reads the time zone that someone typed, or says what to type instead.</summary>
internal static class ZoneWords
{
    private const string AnyExample = "Europe/Berlin";

    /// <param name="example">The command with another zone in it.</param>
    /// <returns>The zone, or what is wrong with it.</returns>
    public static (TimeZoneInfo? Zone, Reply? Wrong) Read(
        string written,
        Edition edition,
        Func<string, CommandHint> example
    )
    {
        var value = Excerpt.Of(written);
        return ZoneNames.Read(written) switch
        {
            ZoneReading.Found found => (found.Zone, null),
            ZoneReading.SeveralZones several => Wrong("zone.several", several.Zones[0], several.Zones),
            ZoneReading.NoPlace noPlace => Wrong("zone.no-place", noPlace.Example ?? AnyExample, []),
            ZoneReading.Unknown { Nearest: { } nearest } => Wrong("zone.slip", nearest, [nearest]),
            _ => Wrong("zone.unknown", AnyExample, []),
        };

        (TimeZoneInfo?, Reply?) Wrong(string key, string zone, IReadOnlyList<string> choices) =>
            (
                null,
                Reply.Of(
                    edition.Line(key, ("value", value), ("zone", zone), ("example", example(zone))),
                    [.. choices.Select(z => new ReplyButton(z, example(z).Command, IsInPlace: true))]
                )
            );
    }
}
