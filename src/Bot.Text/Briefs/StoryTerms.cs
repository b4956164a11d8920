using Bot.Text.Languages;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Briefs;

/// <summary>
/// The words, names and numbers of every sentence of several articles, weighed by how few sentences of the story have them:
/// the words that all of it is about tell no two of its sentences apart.
/// </summary>
internal sealed class StoryTerms
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<double> _weights = [];
    private readonly HashSet<int>[][] _terms;

    public StoryTerms(IReadOnlyList<AnalyzedArticle> articles)
    {
        _terms = [.. articles.Select(a => a.Read.Sentences.Select(s => Read(a, s)).ToArray())];
        var all = _terms.Sum(t => t.Length);
        var having = new int[_numbers.Count];
        foreach (var term in _terms.SelectMany(a => a).SelectMany(s => s))
            having[term]++;
        _weights.AddRange(having.Select(h => Math.Log(1 + (double)all / h)));
    }

    /// <summary>How much of the lesser of two sentences the other has, 0 to 1.</summary>
    public double Shared((int Article, int Sentence) one, (int Article, int Sentence) other)
    {
        var (a, b) = (Of(one), Of(other));
        var least = Math.Min(a.Sum(t => _weights[t]), b.Sum(t => _weights[t]));
        return least <= 0 ? 0 : a.Where(b.Contains).Sum(t => _weights[t]) / least;
    }

    public int Count((int Article, int Sentence) sentence) => Of(sentence).Count;

    private HashSet<int> Of((int Article, int Sentence) sentence) => _terms[sentence.Article][sentence.Sentence];

    private HashSet<int> Read(AnalyzedArticle article, Sentence sentence)
    {
        var function = Language.FunctionWordsOf(article.Read.Language);
        var terms = new HashSet<int>();
        foreach (var word in WordReader.Read(article.Text, sentence.Span))
        {
            if (word.Kind is not (WordKind.Letters or WordKind.Number))
                continue;
            var folded = Folding.Fold(word.Span.In(article.Text));
            if (function.Contains(folded) || folded is "said" or "says" or "told")
                continue;
            var stem = folded.Length > 4 && folded[^1] == 's' && folded[^2] != 's' ? folded[..^1] : folded;
            if (!_numbers.TryGetValue(stem, out var number))
                _numbers[stem] = number = _numbers.Count;
            terms.Add(number);
        }

        return terms;
    }
}
