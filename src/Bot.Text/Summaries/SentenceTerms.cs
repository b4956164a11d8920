using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Sentences;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>The words of each sentence that carry matter, as numbers: the same word in any case has the same one.</summary>
internal sealed class SentenceTerms
{
    /// <summary>Words of every news story, which make no sentence more central than another.</summary>
    private static readonly FrozenSet<string> NewsWords = FrozenSet.ToFrozenSet(
        ["said", "says", "say", "told", "mr.", "mrs.", "ms.", "dr.", "new", "year", "years"],
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> _functionWords;

    public SentenceTerms(string text, IReadOnlyList<Sentence> sentences, string language)
    {
        _functionWords = Language.FunctionWordsOf(language);
        BySentence = [.. sentences.Select(s => Read(text, s.Span))];
        SentencesWith = new int[_numbers.Count];
        foreach (var terms in BySentence)
        {
            foreach (var term in terms.Distinct())
                SentencesWith[term]++;
        }
    }

    /// <summary>With repetitions, in the order of the sentence.</summary>
    public IReadOnlyList<int[]> BySentence { get; }

    /// <summary>For each term, how many sentences have it.</summary>
    public int[] SentencesWith { get; }

    /// <summary>The terms of a title that the article has too.</summary>
    public HashSet<int> Of(string title) =>
        [.. Read(title, new Spans.TextSpan(0, title.Length)).Where(t => t < SentencesWith.Length)];

    private int[] Read(string text, Spans.TextSpan span)
    {
        var terms = new List<int>();
        foreach (var word in WordReader.Read(text, span))
        {
            if (word.Kind is not (WordKind.Letters or WordKind.Number))
                continue;
            var folded = word.Span.Of(text).ToLowerInvariant();
            if (_functionWords.Contains(folded) || NewsWords.Contains(folded))
                continue;
            if (!_numbers.TryGetValue(folded, out var number))
                _numbers[folded] = number = _numbers.Count;
            terms.Add(number);
        }

        return [.. terms];
    }
}
