using Bot.Text.Spans;
using Bot.Text.Summaries;

namespace Bot.Text.Briefs;

/// <summary>
/// A summary of several articles on one story: nothing twice, first what most articles tell and the newest form of it, each
/// sentence with its source. What reads well of one article holds here too: a sentence that leans follows the one it leans on.
/// </summary>
public static class StorySummary
{
    /// <summary>From here on two sentences tell the same.</summary>
    private const double Same = 0.5;

    /// <summary>Fewer words than these share half of them by chance: then all must be the same.</summary>
    private const int FewestTerms = 4;

    /// <summary>All of it, but for what adding up loses.</summary>
    private const double Whole = 1 - 1e-9;

    private const double Support = 1.2;
    private const double Newness = 0.4;
    private const double Repetition = 1.5;

    /// <summary>Sentences of an article that are weighed: what a story tells stands in the first of them.</summary>
    private const int MostOfOne = 40;

    /// <summary>Articles that are read, the newest: what only older ones tell is no news.</summary>
    private const int MostArticles = 24;

    /// <param name="articles">
    /// In any order, of one story as <see cref="Stories.StoryTracker"/> tells; of more than 24 the newest 24 are read.
    /// </param>
    /// <param name="news">
    /// Of each article the stretches that may be told, as <see cref="Stories.StoryNews"/> finds them; null where all may.
    /// </param>
    /// <returns>In an order that reads: the news first, then as far down as each stands in its article.</returns>
    public static IReadOnlyList<StorySentence> Of(
        IReadOnlyList<AnalyzedArticle> articles,
        SummaryLength length,
        IReadOnlyList<IReadOnlyList<TextSpan>>? news = null
    )
    {
        if (articles.Count == 0)
            return [];
        int[] newest =
        [
            .. Enumerable
                .Range(0, articles.Count)
                .OrderByDescending(i => articles[i].Published ?? DateTimeOffset.MinValue)
                .ThenBy(i => articles[i].Text, StringComparer.Ordinal)
                .Take(MostArticles)
                .Order(),
        ];
        return
        [
            .. new Telling([.. newest.Select(i => articles[i])], news is null ? null : [.. newest.Select(i => news[i])])
                .Tell(length)
                .Select(s => s with { Article = newest[s.Article], AlsoIn = [.. s.AlsoIn.Select(a => newest[a])] }),
        ];
    }

    private sealed class Telling
    {
        private readonly IReadOnlyList<AnalyzedArticle> _articles;
        private readonly Candidates[] _candidates;
        private readonly StoryTerms _terms;
        private readonly double[] _newness;
        private readonly List<(int Article, int Sentence)> _all = [];

        /// <summary>The sentences that tell the same as one, of any article.</summary>
        private readonly Dictionary<(int Article, int Sentence), (int Article, int Sentence)[]> _same = [];

        private readonly Dictionary<(int Article, int Sentence), int[]> _alsoIn = [];

        /// <summary>How much of a sentence one that is taken has, or it of that one.</summary>
        private readonly Dictionary<(int Article, int Sentence), double> _repeats = [];

        private readonly List<(int Article, int Sentence)> _taken = [];

        public Telling(IReadOnlyList<AnalyzedArticle> articles, IReadOnlyList<IReadOnlyList<TextSpan>>? news)
        {
            _articles = articles;
            _candidates = [.. articles.Select(a => ArticleSummary.CandidatesOf(a.Text, a.Read, a.Title))];
            _newness = Newnesses(articles);
            for (var a = 0; a < articles.Count; a++)
            {
                for (var i = 0; i < Math.Min(MostOfOne, articles[a].Read.Sentences.Count); i++)
                {
                    var span = articles[a].Read.Sentences[i].Span;
                    if (_candidates[a].IsFit(i) && (news is null || news[a].Any(n => n.Overlaps(span))))
                        _all.Add((a, i));
                }
            }

            _terms = new StoryTerms(articles, _all);
            foreach (var one in _all)
            {
                _same[one] = [.. _terms.Sharing(one).Where(o => SharesMost(one, o.Key, o.Value)).Select(o => o.Key)];
                _alsoIn[one] = [.. ToldBy(one).Select(o => o.Article).Distinct().Order()];
            }
        }

        public IReadOnlyList<StorySentence> Tell(SummaryLength length)
        {
            var characters = 0;
            var isPassed = new HashSet<(int, int)>();
            while (Best(isPassed) is { } best)
            {
                var chosen = Newest(best, isPassed);
                var span = SpanOf(chosen);
                isPassed.Add(chosen);
                if (!length.HasRoom(_taken.Count, characters, span))
                {
                    if (length is SummaryLength.Sentences)
                        break;
                    continue;
                }

                characters += span.Length + (_taken.Count > 0 ? 1 : 0);
                _taken.Add(chosen);
                isPassed.UnionWith(_same[chosen]); // an article says things twice too
                foreach (var (other, share) in _terms.Sharing(chosen))
                    _repeats[other] = Math.Max(_repeats.GetValueOrDefault(other), share);
            }

            return [.. InReadingOrder().Select(t => new StorySentence(t.Article, t.Sentence, SpanOf(t), _alsoIn[t]))];
        }

        private (int Article, int Sentence)? Best(HashSet<(int, int)> isPassed)
        {
            (int, int)? best = null;
            var most = double.NegativeInfinity;
            foreach (var one in _all)
            {
                if (isPassed.Contains(one) || Dangles(one) || Worth(one) is var worth && worth <= most)
                    continue;
                (best, most) = (one, worth);
            }

            return best;
        }

        private double Worth((int Article, int Sentence) one) =>
            _candidates[one.Article].Score(one.Sentence)
            + SentenceScorer.Place(one.Sentence, _candidates[one.Article].Count)
            + Support * _alsoIn[one].Length / Math.Max(1, _articles.Count - 1)
            + Newness * _newness[one.Article]
            - Repetition * _repeats.GetValueOrDefault(one);

        /// <summary>The dead are counted anew: of those that tell the same at the head of their articles, the newest tells it now.</summary>
        private (int Article, int Sentence) Newest((int Article, int Sentence) best, HashSet<(int, int)> isPassed) =>
            ToldBy(best)
                .Where(o => !isPassed.Contains(o) && !Dangles(o))
                .Prepend(best)
                .OrderByDescending(o => _newness[o.Article])
                .ThenByDescending(o => o == best)
                .ThenByDescending(Worth)
                .First();

        private IEnumerable<(int Article, int Sentence)> ToldBy((int Article, int Sentence) one) =>
            _same[one].Where(o => o.Article != one.Article);

        private bool SharesMost((int Article, int Sentence) one, (int Article, int Sentence) other, double share) =>
            one != other
            && share >= Same
            && (
                Math.Min(_terms.Count(one), _terms.Count(other)) >= FewestTerms
                || share >= Whole && _terms.Count(one) == _terms.Count(other)
            );

        private bool Dangles((int Article, int Sentence) one) =>
            _candidates[one.Article].Leans(one.Sentence) && !_taken.Contains((one.Article, one.Sentence - 1));

        private TextSpan SpanOf((int Article, int Sentence) one) =>
            _articles[one.Article].Read.Sentences[one.Sentence].Span;

        /// <summary>A sentence that leans stays behind its antecedent; all else goes by how far down it stands, the first chosen first.</summary>
        private IEnumerable<(int Article, int Sentence)> InReadingOrder() =>
            _taken
                .OrderBy(t => Root(t) == _taken[0] ? 0 : 1)
                .ThenBy(t => Root(t).Sentence)
                .ThenByDescending(t => _newness[t.Article])
                .ThenBy(t => t.Article)
                .ThenBy(t => t.Sentence);

        private (int Article, int Sentence) Root((int Article, int Sentence) one)
        {
            while (_candidates[one.Article].Leans(one.Sentence))
                one = (one.Article, one.Sentence - 1);
            return one;
        }
    }

    /// <summary>From 0 for the oldest to 1 for the newest, by their order alone.</summary>
    private static double[] Newnesses(IReadOnlyList<AnalyzedArticle> articles)
    {
        var dates = articles.Select(a => a.Published ?? DateTimeOffset.MinValue).ToArray();
        return [.. dates.Select(d => articles.Count == 1 ? 1 : (double)dates.Count(o => o < d) / (articles.Count - 1))];
    }
}
