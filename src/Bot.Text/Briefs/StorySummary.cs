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

    /// <summary>Fewer words than these share half of them by chance.</summary>
    private const int FewestTerms = 4;

    private const double Support = 1.2;
    private const double Newness = 0.4;
    private const double Repetition = 1.5;

    /// <summary>Sentences of an article that are weighed: what a story tells stands in the first of them.</summary>
    private const int MostOfOne = 40;

    /// <param name="articles">In any order; the streaming desk knows which belong together.</param>
    /// <returns>In an order that reads: the news first, then as far down as each stands in its article.</returns>
    public static IReadOnlyList<StorySentence> Of(IReadOnlyList<AnalyzedArticle> articles, SummaryLength length) =>
        articles.Count == 0 ? [] : new Telling(articles).Tell(length);

    private sealed class Telling
    {
        private readonly IReadOnlyList<AnalyzedArticle> _articles;
        private readonly Candidates[] _candidates;
        private readonly StoryTerms _terms;
        private readonly double[] _newness;
        private readonly List<(int Article, int Sentence)> _all = [];
        private readonly Dictionary<(int Article, int Sentence), int[]> _alsoIn = [];
        private readonly List<(int Article, int Sentence)> _taken = [];

        public Telling(IReadOnlyList<AnalyzedArticle> articles)
        {
            _articles = articles;
            _candidates = [.. articles.Select(a => ArticleSummary.CandidatesOf(a.Text, a.Read, a.Title))];
            _terms = new StoryTerms(articles);
            _newness = Newnesses(articles);
            for (var a = 0; a < articles.Count; a++)
            {
                for (var i = 0; i < Math.Min(MostOfOne, articles[a].Read.Sentences.Count); i++)
                {
                    if (_candidates[a].IsFit(i))
                        _all.Add((a, i));
                }
            }

            foreach (var one in _all)
                _alsoIn[one] = [.. _all.Where(o => TellsSame(one, o)).Select(o => o.Article).Distinct().Order()];
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
                isPassed.UnionWith(_all.Where(o => IsRepeated(o, chosen)));
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
            - Repetition * (_taken.Count == 0 ? 0 : _taken.Max(t => _terms.Shared(one, t)));

        /// <summary>The dead are counted anew: of those that tell the same at the head of their articles, the newest tells it now.</summary>
        private (int Article, int Sentence) Newest((int Article, int Sentence) best, HashSet<(int, int)> isPassed) =>
            _all.Where(o => !isPassed.Contains(o) && !Dangles(o) && (o == best || TellsSame(best, o)))
                .OrderByDescending(o => _newness[o.Article])
                .ThenByDescending(o => o == best)
                .ThenByDescending(Worth)
                .First();

        private bool TellsSame((int Article, int Sentence) one, (int Article, int Sentence) other) =>
            one.Article != other.Article
            && Math.Min(_terms.Count(one), _terms.Count(other)) >= FewestTerms
            && _terms.Shared(one, other) >= Same;

        /// <summary>An article says things twice too.</summary>
        private bool IsRepeated((int Article, int Sentence) one, (int Article, int Sentence) taken) =>
            one != taken && _terms.Shared(one, taken) >= Same;

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
