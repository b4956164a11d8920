using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>The words of each sentence that carry matter, as numbers: the same word in any case has the same one.</summary>
internal sealed class SentenceTerms
{
    /// <summary>Words of every news story, which make no sentence more central than another.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NewsWords = WordSet
        .Of("said says say told mr. mrs. ms. dr. new year years")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numberOf;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _functionWords;

    public SentenceTerms(string text, IReadOnlyList<Sentence> sentences, string language)
    {
        _numberOf = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _functionWords = Language.FunctionWordsOf(language).GetAlternateLookup<ReadOnlySpan<char>>();
        BySentence = [.. sentences.Select(s => Read(text, s.Span))];
        SentencesWith = new int[_numbers.Count];
        var lastIn = new int[_numbers.Count];
        var distinct = new int[sentences.Count][];
        for (var i = 0; i < distinct.Length; i++)
        {
            // Sentences are numbered from one here: no term was met in sentence 0.
            distinct[i] = Array.FindAll(BySentence[i], term => lastIn[term] != i + 1 && (lastIn[term] = i + 1) > 0);
            foreach (var term in distinct[i])
                SentencesWith[term]++;
        }

        DistinctBySentence = distinct;
    }

    /// <summary>With repetitions, in the order of the sentence.</summary>
    public IReadOnlyList<int[]> BySentence { get; }

    /// <summary>Each once, in the order of the sentence.</summary>
    public IReadOnlyList<int[]> DistinctBySentence { get; }

    /// <summary>For each term, how many sentences have it.</summary>
    public int[] SentencesWith { get; }

    /// <summary>The terms of a title that the article has too.</summary>
    public HashSet<int> Of(string title) =>
        [.. Read(title, new TextSpan(0, title.Length)).Where(t => t < SentencesWith.Length)];

    private int[] Read(string text, TextSpan span)
    {
        var terms = new List<int>();
        Span<char> room = stackalloc char[LowerCase.Room];
        foreach (var word in WordReader.Read(text, span))
        {
            if (word.Kind is not (WordKind.Letters or WordKind.Number))
                continue;
            var folded = LowerCase.Of(word.Span.In(text), room);
            if (_functionWords.Contains(folded) || NewsWords.Contains(folded))
                continue;
            if (!_numberOf.TryGetValue(folded, out var number))
                _numberOf[folded] = number = _numbers.Count;
            terms.Add(number);
        }

        return [.. terms];
    }
}
