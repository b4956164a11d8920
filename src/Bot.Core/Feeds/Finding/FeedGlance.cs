using Bot.Core.Articles.Headlines;
using Bot.Core.Feeds.Items;
using Bot.Text.Languages;

namespace Bot.Core.Feeds.Finding;

/// <summary>A feed as somebody sees it who thinks of following it.</summary>
/// <param name="PerDay">How many articles a day; null where too few have a date.</param>
/// <param name="Newest">The newest headlines, at most three, with their dates where they have them.</param>
/// <param name="Whole">How many items carry their whole text, as far as that shows.</param>
/// <param name="Teasers">How many carry less.</param>
/// <param name="Empty">How many carry nothing but a headline or a link.</param>
/// <param name="Language">Two letters; null where its words do not tell.</param>
public sealed record FeedGlance(
    string? Title,
    double? PerDay,
    IReadOnlyList<(string Headline, DateTimeOffset? Published)> Newest,
    int Whole,
    int Teasers,
    int Empty,
    string? Language
)
{
    private const int MostHeadlines = 3;

    /// <summary>Enough of a feed to see what it is like.</summary>
    private const int MostLookedAt = 100;

    private const int FewestDated = 3;
    private const int LettersOfLanguage = 4000;

    /// <summary>What the guesser says where a text does not tell.</summary>
    private const string Undecided = "und";

    private const int LongestTitle = 100;
    private const int LongestHeadline = 160;

    /// <summary>A burst of articles within an hour says nothing about a day.</summary>
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromHours(6);

    /// <summary>True where most of its items that say something are teasers.</summary>
    public bool HasTeasers => Teasers > Whole;

    public static FeedGlance Of(FeedDocument document, DateTimeOffset now)
    {
        List<FeedItem> items =
        [
            .. document.Items.OrderByDescending(i => i.Published ?? DateTimeOffset.MinValue).Take(MostLookedAt),
        ];
        var paragraphs = ItemParagraphs.Of(items);
        var empty = paragraphs.Count(p => p.Count == 0);
        var teasers = paragraphs.Count(p => p.Count > 0 && Teaser.Is(string.Join("\n\n", p)));
        return new FeedGlance(
            OneLine.OrNull(document.Title) is { } title ? Cut(title, LongestTitle) : null,
            PaceOf(items, now),
            [
                .. items
                    .Select(i => (Headline: HeadlineOf(i), i.Published))
                    .Where(i => i.Headline.Length > 0)
                    .Take(MostHeadlines),
            ],
            paragraphs.Count - empty - teasers,
            teasers,
            empty,
            LanguageOf(items, paragraphs)
        );
    }

    private static double? PaceOf(IEnumerable<FeedItem> items, DateTimeOffset now)
    {
        var dates = items.Select(i => i.Published).OfType<DateTimeOffset>().Where(d => d <= now).ToList();
        if (dates.Count < FewestDated)
            return null;
        var span = now - dates.Min();
        return dates.Count / (span < ShortestSpan ? ShortestSpan : span).TotalDays;
    }

    private static string HeadlineOf(FeedItem item) => Cut(OneLine.Of(item.Title ?? ""), LongestHeadline);

    private static string? LanguageOf(IEnumerable<FeedItem> items, IEnumerable<IReadOnlyList<string>> paragraphs)
    {
        var words = string.Join('\n', items.Select(i => i.Title).Concat(paragraphs.SelectMany(p => p)));
        var guess = LanguageGuesser.Guess(words.Length > LettersOfLanguage ? words[..LettersOfLanguage] : words);
        return guess == Undecided ? null : guess;
    }

    private static string Cut(string line, int most) =>
        line.Length <= most ? line : $"{OneLine.Cut(line, most).TrimEnd()}…";
}
