using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;
using Bot.Text.Summaries;

namespace Bot.Text.Briefs;

/// <summary>
/// A summary of one article in its own sentences, of a length and on a subject of choice. No sentence of it leans on one that
/// it does not have, and none has half a quotation.
/// </summary>
public static class ArticleSummary
{
    /// <param name="text">The very text that was analyzed.</param>
    /// <param name="title">As it was given to the analyzer.</param>
    /// <returns>Indexes into the article's sentences, in its order; none where no sentence can stand alone or has room.</returns>
    public static IReadOnlyList<int> Of(string text, AnalyzedText read, SummaryLength length, string? title = null)
    {
        var candidates = CandidatesOf(text, read, title);
        return Filled(read, candidates, SummaryRanker.Rank(candidates), _ => true, length);
    }

    /// <returns>Indexes into the article's sentences, in its order; none where nothing in it is about the focus.</returns>
    public static IReadOnlyList<int> About(
        string text,
        AnalyzedText read,
        Focus focus,
        SummaryLength length,
        string? title = null
    )
    {
        var candidates = CandidatesOf(text, read, title);
        var about = Aboutness.Of(text, read, focus);
        return Filled(read, candidates, FocusRanker.Rank(candidates, about), i => about[i] > 0, length);
    }

    internal static Candidates CandidatesOf(string text, AnalyzedText read, string? title) =>
        new(
            SentenceWords.Read(text, read.Sentences),
            MarkScanner.Scan(text, read.Blocks),
            read.Entities,
            read.Language,
            title ?? LayoutReader.FindTitle(text, read.Blocks)
        );

    /// <summary>What has no room is passed over, and with it all that leans on it.</summary>
    /// <param name="isWanted">False for a sentence that is here only for the next one to lean on.</param>
    private static int[] Filled(
        AnalyzedText read,
        Candidates candidates,
        IReadOnlyList<int> order,
        Func<int, bool> isWanted,
        SummaryLength length
    )
    {
        var taken = new SortedSet<int>();
        var characters = 0;
        foreach (var i in order)
        {
            var span = read.Sentences[i].Span;
            if (!candidates.IsFit(i) || candidates.Leans(i) && !taken.Contains(i - 1))
                continue;
            if (!length.HasRoom(taken.Count, characters, span))
                continue;
            var filled = characters + span.Length + (taken.Count > 0 ? 1 : 0);
            if (!isWanted(i) && !length.HasRoom(taken.Count + 1, filled, read.Sentences[i + 1].Span))
                continue;
            taken.Add(i);
            characters = filled;
        }

        return [.. taken];
    }
}
