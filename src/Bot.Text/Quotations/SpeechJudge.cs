using System.Collections.Frozen;
using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>Tells speech from a term, a title or a name in marks, and whole speech from words of it.</summary>
internal sealed class SpeechJudge(ItemStream stream, CandidateCollector collector)
{
    /// <summary>What is named, worn or written so that nobody says it.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Namers = new[]
    {
        "self-proclaimed",
        "self-described",
        "self-styled",
        "so-called",
        "dubbed",
        "titled",
        "entitled",
        "nicknamed",
        "named",
        "styled",
        "christened",
        "codenamed",
        "code-named",
        "headlined",
        "hashtag",
        "nickname",
        "term",
        "word",
        "phrase",
        "book",
        "film",
        "movie",
        "show",
        "song",
        "album",
        "series",
        "novel",
        "play",
        "program",
        "programme",
        "podcast",
        "documentary",
        "magazine",
        "novels",
        "single",
        "musical",
        "sitcom",
        "comedy",
        "drama",
        "memoir",
        "host",
        "episode",
    }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsPhrase(QuotedUnit unit, ScoredCandidate? cued)
    {
        var isCued = cued is { Score: >= CandidateScore.Cued };
        if (IsNamed(unit) || unit.Words <= 3 && IsAskedAbout(unit))
            return true;
        if (IsTitle(unit) && !IsAdjacent(cued))
            return true;
        if (unit.Words <= 2)
            return !isCued && !(unit.EndsSentence && collector.IsFloating(unit));
        return false;
    }

    /// <summary>"Asked whether it was “a shame for all of us,” she left": the words are the question's, and nobody's by name.</summary>
    public bool IsAskedAbout(QuotedUnit unit)
    {
        var first = stream.SentenceOf(unit.Item).First;
        for (var i = unit.Item - 1; i >= first && i > unit.Item - 24; i--)
        {
            if (i < unit.Item - 1 && stream[i].Kind == ItemKind.Punctuation || stream[i].IsQuote)
                return false;
            if (stream.Is(i, "asked"))
                return i == first
                    || stream[i - 1].Lexeme.Is(WordClasses.Be)
                    || stream.IsMark(i - 1, ',')
                    || stream.Is(i - 1, "when");
        }

        return false;
    }

    public QuotationKind KindOf(QuotedUnit unit)
    {
        var sentence = stream.SentenceOf(unit.Item);
        var isWhole = unit.StartsUpper && (unit.EndsSentence || unit.LeadsOn || !unit.IsClosed);
        if (!isWhole)
            return unit.Words > 0 && !unit.StartsUpper && unit.Item > sentence.First && !IsResumed(unit)
                    ? QuotationKind.Partial
                : unit.EndsSentence || unit.LeadsOn ? QuotationKind.Direct
                : QuotationKind.Partial;
        return QuotationKind.Direct;
    }

    /// <summary>“We came,” he said, “and we won.”</summary>
    private bool IsResumed(QuotedUnit unit)
    {
        var first = stream.SentenceOf(unit.Item).First;
        if (!stream.IsMark(unit.Item - 1, ','))
            return false;
        for (var i = unit.Item - 2; i >= first && i > unit.Item - 14; i--)
            if (stream[i].IsQuote)
                return stream.Units[stream[i].Unit] is { StartsUpper: true, LeadsOn: true };
        return false;
    }

    private bool IsNamed(QuotedUnit unit)
    {
        var (i, first) = (unit.Item - 1, stream.SentenceOf(unit.Item).First);
        if (i < first || unit.Words > 9)
            return false;
        if (stream.IsMark(i, ','))
            i--;
        if (i < first || stream[i].IsQuote)
            return false;
        if (Namers.Contains(stream.Word(i)))
            return true;
        // "known as", "billed as", "referred to as"
        return stream.Is(i, "as") && i > first && (stream.Is(i - 1, "known") || stream.Is(i - 1, "billed"));
    }

    private static bool IsAdjacent(ScoredCandidate? cued) =>
        cued is { Candidate.Features: { Gap: <= 1, Source: CandidateSource.CueBefore or CandidateSource.CueAfter } };

    /// <summary>Every word of weight is capital, as in a programme's name.</summary>
    private bool IsTitle(QuotedUnit unit)
    {
        if (unit.Words > 9 || unit.End is '!' or '?')
            return false;
        var (capitals, others) = (0, 0);
        foreach (var range in unit.Span.In(stream.Text).SplitAny(' ', '\u00a0', '-'))
        {
            var word = unit.Span.In(stream.Text)[range].Trim("\"'“”‘’(),.");
            if (word.IsEmpty || !char.IsLetter(word[0]))
                continue;
            if (char.IsUpper(word[0]))
                capitals++;
            else if (!Lexicon.Find(word).Is(WordClasses.Determiner | WordClasses.Preposition | WordClasses.Conjunction))
                others++;
        }

        return others == 0 && capitals >= (unit.Words > 2 ? 2 : 1);
    }
}
