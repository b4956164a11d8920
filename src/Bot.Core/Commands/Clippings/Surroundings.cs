using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Commands.Clippings;

/// <summary>The article's words around a stretch of speech: what makes "very constructive" understood, and how it was said.</summary>
internal static class Surroundings
{
    private const int MostBefore = 160;
    private const int MostAfter = 60;
    private const string Marks = "\"“”„«»‹›‘’'「」『』";

    /// <summary>For words inside a sentence of the article's: from the verb of saying on, to where the clause ends.</summary>
    /// <param name="after">Where the stretch before ends; nothing up to there is told again.</param>
    /// <param name="before">Where the stretch after begins.</param>
    public static (TextSpan Before, TextSpan After) Of(ReadArticle article, Quotation stretch, int after, int before)
    {
        var text = article.Text;
        if (article.SentenceAt(stretch.Span.Start) is not { } index)
            return (default, default);
        var sentence = article.Read.Sentences[index].Span;
        var open = SkipMarksBack(text, stretch.Span.Start, sentence.Start);
        var close = SkipMarks(text, stretch.Span.End, sentence.End);
        var start = Math.Max(after, StartOfClause(text, stretch, sentence, open));
        start = SkipMarks(text, start, open);
        if (open - start > MostBefore)
            start = NextWord(text, open - MostBefore, open);
        var end = Math.Min(before, EndOfClause(text, stretch, sentence, close));
        return (
            TextSpan.FromBounds(Math.Min(start, open), open).TrimmedIn(text),
            TextSpan.FromBounds(close, Math.Max(close, end)).TrimmedIn(text)
        );
    }

    /// <summary>For whole sentences of speech: the verb and what goes with it, "said as he visited Canada".</summary>
    public static TextSpan HowSaid(ReadArticle article, Saying utterance)
    {
        var text = article.Text;
        if (utterance.Told.Cue is not { } cue || !HasLetters(cue.In(text)))
            return default;
        var next = utterance.Stretches.FirstOrDefault(s => s.Span.Start >= cue.End);
        if (next is not null && utterance.Told.Span.Start >= cue.End)
            return cue;
        if (article.SentenceAt(cue.Start) is not { } index)
            return cue;
        var sentence = article.Read.Sentences[index].Span;
        var run = EndOfRun(text, cue.End, sentence.End);
        // "said on “This Week”" would break off at the mark.
        if (run < text.Length && Marks.Contains(text[run], StringComparison.Ordinal))
            return cue;
        var end = Math.Min(next?.Span.Start - 1 ?? int.MaxValue, run);
        var said = TextSpan.FromBounds(cue.Start, Math.Max(cue.End, end)).TrimmedIn(text);
        return said.Length > MostAfter ? cue : said;
    }

    private static int StartOfClause(string text, Quotation stretch, TextSpan sentence, int open)
    {
        if (stretch.Cue is { } cue && cue.End <= open && cue.Start >= sentence.Start && HasLetters(cue.In(text)))
            return cue.Start;
        // The words open the sentence, or the verb comes later: from the clause's own beginning.
        for (var i = open - 1; i > Math.Max(sentence.Start, open - MostBefore - 1); i--)
        {
            if (IsEndOfClause(text, i, open))
                return i + 1;
        }

        return sentence.Start;
    }

    private static int EndOfClause(string text, Quotation stretch, TextSpan sentence, int close)
    {
        if (stretch.Span.Length > 0 && text[stretch.Span.End - 1] is ',' or '.' or '!' or '?')
            return close;
        var end = EndOfRun(text, close, sentence.End);
        if (end - close <= MostAfter)
            return end;
        var cut = text.LastIndexOf(' ', close + MostAfter, MostAfter);
        return cut > close ? cut : close;
    }

    /// <summary>Up to the next comma, dash, mark of quotation or the sentence's own end.</summary>
    private static int EndOfRun(string text, int from, int sentenceEnd)
    {
        for (var i = from; i < Math.Min(sentenceEnd, from + MostBefore); i++)
        {
            if (IsEndOfClause(text, i, sentenceEnd) || Marks[..6].Contains(text[i], StringComparison.Ordinal))
                return i;
        }

        var end = sentenceEnd;
        while (end > from && (text[end - 1] is '.' or '!' or '?' || char.IsWhiteSpace(text[end - 1])))
            end--;
        return end;
    }

    private static bool IsEndOfClause(string text, int at, int end) =>
        text[at] is ',' or ';' or ':' or '–' or '—' && (at + 1 >= end || char.IsWhiteSpace(text[at + 1]));

    /// <summary>A colon can stand for the verb of saying; it says nothing by itself.</summary>
    private static bool HasLetters(ReadOnlySpan<char> words)
    {
        foreach (var letter in words)
        {
            if (char.IsLetter(letter))
                return true;
        }

        return false;
    }

    private static int SkipMarks(string text, int at, int end)
    {
        while (at < end && Marks.Contains(text[at], StringComparison.Ordinal))
            at++;
        return at;
    }

    private static int SkipMarksBack(string text, int at, int start)
    {
        while (at > start && Marks.Contains(text[at - 1], StringComparison.Ordinal))
            at--;
        return at;
    }

    private static int NextWord(string text, int at, int end)
    {
        var blank = text.IndexOf(' ', at, end - at);
        return blank < 0 ? at : blank + 1;
    }
}
