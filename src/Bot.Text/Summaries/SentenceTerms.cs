using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Sentences;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>The words of each sentence that carry matter, as numbers: the same word in any case has the same one.</summary>
internal sealed class SentenceTerms
{
    /// <summary>Words of every news story, which make no sentence more central than another.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NewsWords = FrozenSet
        .ToFrozenSet(
            ["said", "says", "say", "told", "mr.", "mrs.", "ms.", "dr.", "new", "year", "years"],
            StringComparer.Ordinal
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private const int LongestFolded = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> _functionWords;

    public SentenceTerms(string text, IReadOnlyList<Sentence> sentences, string language)
    {
        _functionWords = FunctionWords.Of(language);
        BySentence = [.. sentences.Select(s => Read(text, s.Span))];
        Distinct = [.. BySentence.Select(t => t.Distinct().ToArray())];
        SentencesWith = new int[_numbers.Count];
        foreach (var terms in Distinct)
        {
            foreach (var term in terms)
                SentencesWith[term]++;
        }
    }

    /// <summary>With repetitions, in the order of the sentence.</summary>
    public IReadOnlyList<int[]> BySentence { get; }

    /// <summary>The terms of each sentence, each once.</summary>
    public IReadOnlyList<int[]> Distinct { get; }

    /// <summary>For each term, how many sentences have it.</summary>
    public int[] SentencesWith { get; }

    /// <summary>The terms of a title that the article has too.</summary>
    public HashSet<int> Of(string title) =>
        [.. Read(title, new Spans.TextSpan(0, title.Length)).Where(t => t < SentencesWith.Length)];

    private int[] Read(string text, Spans.TextSpan span)
    {
        var terms = new List<int>();
        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var functionWords = _functionWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> letters = stackalloc char[LongestFolded];
        foreach (var word in WordReader.Read(text, span))
        {
            if (word.Kind is not (WordKind.Letters or WordKind.Number))
                continue;
            var folded = word.Span.Length <= LongestFolded ? letters : new char[word.Span.Length];
            folded = folded[..word.Span.In(text).ToLowerInvariant(folded)];
            if (functionWords.Contains(folded) || NewsWords.Contains(folded))
                continue;
            if (!numbers.TryGetValue(folded, out var number))
                numbers[folded] = number = _numbers.Count;
            terms.Add(number);
        }

        return [.. terms];
    }
}
