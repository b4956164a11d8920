using Bot.Text.Languages;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Spans;

namespace Bot.Text.Sentences;

/// <summary>
/// Cuts paragraphs into sentences. A quotation that closes within its paragraph stays in one sentence with the words around
/// it, unless it is longer than a reader would call a sentence; so does what stands between brackets.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Longer quotations are whole statements, read as sentences of their own.</summary>
    private const int LongestUncutQuotation = 600;

    private const int LongestUncutBracket = 300;

    /// <param name="language">BCP 47: whose abbreviations and openings count; the house's where there is no file of it.</param>
    public static IReadOnlyList<Sentence> Split(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<MarkedStretch> stretches,
        string? language = null
    )
    {
        var words = (language is null ? null : Language.Find(language)) ?? Language.House;
        var sentences = new List<Sentence>();
        var uncut = new Queue<MarkedStretch>(
            stretches
                .Where(s => s is { Depth: 0, IsClosed: true, Inner: { Length: <= LongestUncutQuotation, Start: > 0 } })
                .OrderBy(s => s.Inner.Start)
        );
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph)
                SplitParagraph(text, block, uncut, words, sentences);
        }

        return sentences;
    }

    private static void SplitParagraph(
        string text,
        Block block,
        Queue<MarkedStretch> uncut,
        Language language,
        List<Sentence> sentences
    )
    {
        var (start, end) = (block.Span.Start, block.Span.End);
        var first = sentences.Count;
        var marker = ListMarker.FindAt(text, start, end);
        for (var i = start; i < end; )
        {
            while (uncut.TryPeek(out var passed) && passed.Inner.Start - 1 < i)
                uncut.Dequeue();
            // An item of a list may begin anywhere.
            if (marker is null)
                i = NextSign(text, i, uncut.TryPeek(out var next) ? Math.Min(next.Inner.Start - 1, end) : end);
            if (i >= end)
                break;
            int stop;
            var resume = i + 1;
            if (uncut.TryPeek(out var quoted) && quoted.Inner.Start - 1 == i && quoted.Inner.End < end)
            {
                stop = Boundary.AfterQuotation(text, start, i, quoted.Inner.End, end, language);
                resume = quoted.Inner.End + 1;
            }
            else if (text[i] is '(' or '[' && FindClose(text, i, end) is var close and > 0)
            {
                var isWhole = i == start && SentenceMarks.IsTerminator(text[close - 1]);
                stop = isWhole ? Boundary.After(text, start, close - 1, end, language, out _) : 0;
                resume = close + 1;
            }
            else if (i > start && marker is { } item && item.IsFollowedAt(text, i, end))
            {
                stop = i;
            }
            else if (SentenceMarks.IsTerminator(text[i]))
            {
                stop = Boundary.After(text, start, i, end, language, out resume);
            }
            else
            {
                stop = 0;
            }

            if (stop == 0)
            {
                i = resume;
                continue;
            }

            Add(start, stop);
            start = i = SentenceMarks.SkipBlank(text, stop, end);
            marker = start < end ? ListMarker.FindAt(text, start, end) : null;
        }

        Add(start, end);

        void Add(int from, int to)
        {
            var span = TextSpan.FromBounds(from, to).TrimmedIn(text);
            if (span.IsEmpty)
                return;
            if (sentences.Count > first && SentenceMarks.IsMarksAlone(span.In(text)))
                sentences[^1] = sentences[^1] with { Span = TextSpan.FromBounds(sentences[^1].Span.Start, span.End) };
            else
                sentences.Add(new Sentence(span, block.Paragraph));
        }
    }

    /// <summary>The first place from one on where a sentence may end or a bracket opens; the limit where there is none.</summary>
    private static int NextSign(string text, int from, int limit)
    {
        var at = text.AsSpan(from, limit - from).IndexOfAny(SentenceMarks.Signs);
        return at < 0 ? limit : from + at;
    }

    /// <summary>The bracket that closes the one at a place, 0 where none does nearby.</summary>
    private static int FindClose(string text, int i, int end)
    {
        var sought = text[i] == '(' ? ')' : ']';
        var at = text.AsSpan(i, Math.Min(end - i, LongestUncutBracket)).IndexOf(sought);
        return at < 0 ? 0 : i + at;
    }
}
