using Bot.Text.Words;

namespace Bot.Core.Articles.Headlines;

/// <summary>Where a sentence may be broken off, from good places to poor ones: each is the end of its last word.</summary>
internal sealed class ClauseCuts
{
    private readonly string text;
    private readonly IReadOnlyList<Word> words;
    private readonly bool[] isInside;
    private readonly bool[] hasVerbBefore;

    public ClauseCuts(string text, IReadOnlyList<Word> words)
    {
        this.text = text;
        this.words = words;
        isInside = new bool[words.Count];
        hasVerbBefore = new bool[words.Count];
        var (open, hasVerb) = (0, false);
        var isStraightOpen = false;
        for (var i = 0; i < words.Count; i++)
        {
            var first = text[words[i].Span.Start];
            if (first is '”' or '»' or ')' or ']' || first == '"' && isStraightOpen)
                open = Math.Max(0, open - 1);
            isInside[i] = open > 0;
            hasVerbBefore[i] = hasVerb;
            if (first is '“' or '«' or '(' or '[' || first == '"' && !isStraightOpen)
                open++;
            isStraightOpen ^= first == '"';
            hasVerb |= open == 0 && HeadlineWords.IsVerb(Lower(i));
        }
    }

    /// <summary>At a comma, and before a clause of time or cause ("just hours before …").</summary>
    public IEnumerable<int> Clauses()
    {
        var isAside = false;
        for (var i = 1; i < words.Count; i++)
        {
            if (isInside[i])
                continue;
            if (IsComma(i))
            {
                // "Tusk, who will join the call, wrote": neither comma ends what the sentence has to say.
                var closes = isAside;
                isAside = !closes && (HeadlineWords.OpensAside.Contains(Lower(i + 1)) || IsNumber(i + 1));
                if (!closes && hasVerbBefore[i])
                    yield return EndBefore(i);
            }
            else if (
                !isAside
                && hasVerbBefore[i]
                && HeadlineWords.OpensClause.Contains(Lower(i))
                && !HeadlineWords.LeansOnNext.Contains(Lower(i - 1))
            )
                yield return EndBefore(AfterMeasure(i));
        }
    }

    /// <summary>Before "and" or "but", and before a participle.</summary>
    public IEnumerable<int> Joints() =>
        Starts(i =>
            HeadlineWords.Joins.Contains(Lower(i))
            || words[i].Span.Length > 5
                && char.IsLower(text[words[i].Span.Start])
                && Lower(i).EndsWith("ing", StringComparison.Ordinal)
                && !HeadlineWords.LeansOnNext.Contains(Lower(i - 1))
        );

    /// <summary>Before a phrase of place or manner.</summary>
    public IEnumerable<int> Phrases() => Starts(i => HeadlineWords.OpensPhrase.Contains(Lower(i)));

    /// <summary>After any word that does not lean on the next, and never inside a name.</summary>
    public IEnumerable<int> Words()
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (!isInside[i] && words[i].Kind != WordKind.Punctuation && !(IsCapital(i) && IsCapital(i - 1)))
                yield return EndBefore(i);
        }
    }

    private IEnumerable<int> Starts(Func<int, bool> starts)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (!isInside[i] && hasVerbBefore[i] && starts(i))
                yield return EndBefore(i);
        }
    }

    /// <summary>The end of the last word before this one that can stand last.</summary>
    private int EndBefore(int i)
    {
        do i--;
        while (
            i > 0
            && (
                HeadlineWords.LeansOnNext.Contains(Lower(i))
                || IsComma(i)
                || text[words[i].Span.Start] is '“' or '«' or '('
            )
        );
        return words[i].Span.End;
    }

    /// <summary>"just hours before": what measures the clause goes with it.</summary>
    private int AfterMeasure(int i)
    {
        while (i > 1 && (HeadlineWords.Measures.Contains(Lower(i - 1)) || IsNumber(i - 1)))
            i--;
        return i;
    }

    private bool IsComma(int i) => text[words[i].Span.Start] is ',' or ';' or '–' or '—' or '，' or '、' or '،';

    private bool IsNumber(int i) => i < words.Count && words[i].Kind == WordKind.Number;

    private bool IsCapital(int i) => char.IsUpper(text[words[i].Span.Start]);

    private string Lower(int i) => i < words.Count ? words[i].Span.Of(text).ToLowerInvariant() : "";
}
