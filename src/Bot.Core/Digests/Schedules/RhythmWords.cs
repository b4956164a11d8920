using System.Globalization;

namespace Bot.Core.Digests.Schedules;

/// <summary>What <c>every:</c> says: 3h, 30 minutes, news, as it happens.</summary>
public static class RhythmWords
{
    public const string News = "news";

    /// <summary>What divides a day, so that the slots are the same on each and stay the local clock's.</summary>
    public static readonly IReadOnlyList<TimeSpan> Steps =
    [
        TimeSpan.FromMinutes(30),
        .. new[] { 1, 2, 3, 4, 6, 8, 12 }.Select(h => TimeSpan.FromHours(h)),
    ];

    private static readonly string[] ForNews =
    [
        News,
        "as it happens",
        "as-it-happens",
        "asithappens",
        "each story",
        "new story",
        "story",
    ];

    /// <summary>A number alone counts hours, and minutes from here on: nobody wishes for a digest every 30 hours.</summary>
    private const int FirstOfMinutes = 15;

    /// <summary>Everything that may be chosen, in the words of configuration.</summary>
    public static IEnumerable<string> Choices => [.. Steps.Select(SpanWords.Written), News];

    /// <returns>What <c>every:</c> would say; null for times of day.</returns>
    public static string? Written(Rhythm rhythm) =>
        rhythm switch
        {
            Rhythm.Every every => SpanWords.Written(every.Step),
            Rhythm.AsNews => News,
            _ => null,
        };

    public static RhythmReading Read(string written)
    {
        var words = written.Trim().ToLowerInvariant();
        if (words.StartsWith("every ", StringComparison.Ordinal))
            words = words["every ".Length..].TrimStart();
        if (ForNews.Contains(words, StringComparer.Ordinal))
            return new RhythmReading.Found(new Rhythm.AsNews(GatherRule.Usual));
        var isOfMinutes =
            int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= FirstOfMinutes;
        if (
            SpanWords.TryParse(words, isOfMinutes ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1)) is not { } step
            || step == TimeSpan.Zero
        )
            return new RhythmReading.Unknown();
        return Steps.Contains(step)
            ? new RhythmReading.Found(new Rhythm.Every(step))
            : new RhythmReading.Uneven([
                .. Steps.Where(s => s < step).TakeLast(1),
                .. Steps.Where(s => s > step).Take(1),
            ]);
    }

    /// <summary>True where the words are a rhythm or may become one.</summary>
    public static bool IsBeginning(string words) =>
        Read(words) is not RhythmReading.Unknown
        || ForNews.Any(n => n.StartsWith($"{words.Trim()} ", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What was meant by a rhythm that somebody wrote.</summary>
public abstract record RhythmReading
{
    private RhythmReading() { }

    public sealed record Found(Rhythm Rhythm) : RhythmReading;

    /// <summary>It does not come out even over a day.</summary>
    /// <param name="Nearest">Those that do, below and above.</param>
    public sealed record Uneven(IReadOnlyList<TimeSpan> Nearest) : RhythmReading;

    public sealed record Unknown : RhythmReading;
}
