using System.Globalization;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Extensions;

/// <summary>
/// What a channel says of its own pace: ttl, skipHours and skipDays of https://www.rssboard.org/rss-specification, and
/// https://web.resource.org/rss/1.0/modules/syndication/.
/// </summary>
internal sealed class Rhythm
{
    /// <summary>Longer, and the words are a slip: no news comes once a month.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly string[] Days =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    private int? minutes;
    private TimeSpan? period;
    private int frequency = 1;
    private int hours;
    private int days;

    public FeedRhythm ToRhythm()
    {
        var least = minutes is { } ttl ? TimeSpan.FromMinutes(ttl) : period / frequency;
        return new FeedRhythm(least > TimeSpan.Zero && least <= Longest ? least : null, hours, days);
    }

    /// <param name="xml">At an element's opening.</param>
    /// <returns>Whether the element was one of these, and was read.</returns>
    public bool TryRead(MarkupReader xml)
    {
        if (xml.Vocabulary is not (Vocabulary.Own or Vocabulary.Syndication))
            return false;
        switch (xml.Name)
        {
            case "ttl":
                minutes = Number(xml);
                return true;
            case "updateperiod":
                period = xml.ReadContent().Trimmed()?.ToLowerInvariant() switch
                {
                    "hourly" => TimeSpan.FromHours(1),
                    "daily" => TimeSpan.FromDays(1),
                    "weekly" => Longest,
                    _ => null,
                };
                return true;
            case "updatefrequency":
                frequency = Math.Max(1, Number(xml) ?? 1);
                return true;
            case "skiphours":
                ReadAll(xml, "hour", hour => hours |= hour is "24" ? 1 : Bit(Find(hour, 23)));
                return true;
            case "skipdays":
                ReadAll(xml, "day", day => days |= Bit(Array.IndexOf(Days, day)));
                return true;
            default:
                return false;
        }
    }

    private static void ReadAll(MarkupReader xml, string name, Action<string> take)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name == name && xml.ReadContent().Trimmed() is { } word)
                take(word.ToLowerInvariant());
        }
    }

    private static int? Number(MarkupReader xml) =>
        Find(xml.ReadContent().Trimmed(), int.MaxValue) is >= 0 and var n ? n : null;

    private static int Find(string? word, int most) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : -1;

    private static int Bit(int place) => place < 0 ? 0 : 1 << place;
}
