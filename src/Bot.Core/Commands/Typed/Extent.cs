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
            OptionKind.Time => ClockTime.TryParseAll(word) is not null,
            OptionKind.Rhythm => RhythmWords.IsBeginning(word) || DigestDays.TryParse(word) is not null,
            OptionKind.Span => SpanWords.TryParse(word, TimeSpan.FromHours(1)) is not null,
            OptionKind.Hours => QuietHours.IsBeginning(word),
            OptionKind.Days => DigestDays.TryParse(word) is not null,
            // No city is called so, and it is a zone all the same.
            OptionKind.Zone => ZoneNames.IsBeginning(word) || word.Equals("utc", StringComparison.OrdinalIgnoreCase),
            OptionKind.Moment => SinceWords.IsBeginning(word),
            // In plain words a channel must look like one: "/digest preview channel news" asks for a digest of that name.
            OptionKind.Place => word is ['@' or '#' or '<' or '-', ..] || word.AsSpan().IndexOfAny(':', '/') > 0,
            _ => true,
        };

    /// <summary>True where the next word belongs to the value too.</summary>
    public static bool GoesOn(OptionKind kind, string value, TypedWord next, Edition edition) =>
        kind switch
        {
            OptionKind.Text or OptionKind.Person or OptionKind.Outlet or OptionKind.Feed or OptionKind.Topic =>
                next.Name is null && !ArticleReference.IsOne(next.Text!, edition),
            OptionKind.Time
            or OptionKind.Rhythm
            or OptionKind.Span
            or OptionKind.Hours
            or OptionKind.Days
            or OptionKind.Zone
            or OptionKind.Moment => MayBegin(kind, $"{value} {next.Plain}"),
            _ => false,
        };
}
