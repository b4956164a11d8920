using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Places.Zones;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Typed;

/// <summary>How far an option's value goes where no marks hold it together: "zone:new york days:mon-fri".</summary>
internal static class Extent
{
    /// <summary>True where the word may be the value's first.</summary>
    public static bool MayBegin(OptionKind kind, string word) =>
        kind switch
        {
            OptionKind.Time => ClockTime.TryParse(word) is not null,
            OptionKind.Days => DigestDays.TryParse(word) is not null,
            OptionKind.Zone => ZoneNames.IsBeginning(word),
            OptionKind.Moment => SinceWords.IsBeginning(word),
            OptionKind.Hours => word is [>= '0' and <= '9', ..] || QuietHours.TryParse(word) is not null,
            // In plain words a channel must look like one: "/digest preview channel news" asks for a digest of that name.
            OptionKind.Place => word is ['@' or '#' or '<' or '-', ..] || word.AsSpan().IndexOfAny(':', '/') > 0,
            _ => true,
        };

    /// <summary>True where the next word belongs to the value too.</summary>
    public static bool GoesOn(OptionKind kind, string value, TypedWord next, Edition edition) =>
        kind switch
        {
            OptionKind.Text or OptionKind.Person or OptionKind.Outlet or OptionKind.Feed => next.Name is null
                && !ArticleReference.IsOne(next.Text!, edition),
            OptionKind.Time or OptionKind.Days or OptionKind.Zone or OptionKind.Moment => MayBegin(
                kind,
                $"{value} {next.Plain}"
            ),
            // "22:00 - 07:00"
            OptionKind.Hours => IsBetweenHours(next.Plain) || IsBetweenHours(value.Split(' ')[^1]),
            _ => false,
        };

    private static bool IsBetweenHours(string word) =>
        word is "-" or "–"
        || word.Equals("to", StringComparison.OrdinalIgnoreCase)
        || word.Equals("bis", StringComparison.OrdinalIgnoreCase);
}
