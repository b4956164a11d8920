using System.Runtime.InteropServices;
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
    private readonly double[] _weights;
    private readonly HashSet<int>[][] _terms;
    private readonly double[][] _sums;

    /// <summary>For each term, the sentences that may be asked for and have it.</summary>
    private readonly List<(int Article, int Sentence)>[] _having;

    /// <param name="asked">The sentences that <see cref="Sharing"/> gives.</param>
    public StoryTerms(IReadOnlyList<AnalyzedArticle> articles, IReadOnlyList<(int Article, int Sentence)> asked)
    {
        _terms = [.. articles.Select(a => a.Read.Sentences.Select(s => Read(a, s)).ToArray())];
        var all = _terms.Sum(t => t.Length);
        var having = new int[_numbers.Count];
        foreach (var term in _terms.SelectMany(a => a).SelectMany(s => s))
            having[term]++;
        _weights = [.. having.Select(h => Math.Log(1 + (double)all / h))];
        _sums = [.. _terms.Select(a => a.Select(s => s.Sum(t => _weights[t])).ToArray())];
        _having = [.. having.Select(_ => new List<(int, int)>())];
        foreach (var sentence in asked)
        {
            foreach (var term in Of(sentence))
                _having[term].Add(sentence);
        }
    }

    /// <returns>
    /// The sentences that share a term with one, itself too: how much of the lesser of the two the other has, above 0 to 1.
    /// </returns>
    public IReadOnlyDictionary<(int Article, int Sentence), double> Sharing((int Article, int Sentence) one)
    {
        var shared = new Dictionary<(int Article, int Sentence), double>();
        foreach (var term in Of(one))
        {
            foreach (var other in _having[term])
                CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _) += _weights[term];
        }

        foreach (var (other, sum) in shared)
            shared[other] = sum / Math.Min(SumOf(one), SumOf(other));
        return shared;
    }

    public int Count((int Article, int Sentence) sentence) => Of(sentence).Count;

    private HashSet<int> Of((int Article, int Sentence) sentence) => _terms[sentence.Article][sentence.Sentence];

    private double SumOf((int Article, int Sentence) sentence) => _sums[sentence.Article][sentence.Sentence];

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
            var one = EnglishPlural.Singular(folded, article.Read.Language);
            if (!_numbers.TryGetValue(one, out var number))
                _numbers[one] = number = _numbers.Count;
            terms.Add(number);
        }

        return terms;
    }
}
