using System.Runtime.InteropServices;

namespace Bot.Text.Stories;

/// <summary>In which share of articles a term stands: the shipped sample's, and what the stream adds as it runs.</summary>
/// <param name="unknown">The articles that a term counts for which none has.</param>
internal sealed class TermFrequencies(BackgroundFrequencies background, double unknown)
{
    /// <summary>After as many articles all that was counted counts half, so that the news of last month fades and memory stays flat.</summary>
    public const int Memory = 8192;

    private readonly Dictionary<uint, int> _counts = [];

    public int Articles { get; private set; }

    public IReadOnlyDictionary<uint, int> Counts => _counts;

    public void Learn(IReadOnlyList<StoryTerm> terms)
    {
        foreach (var term in terms)
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, term.Key, out _)++;
        if (++Articles >= Memory)
            Fade();
    }

    public void Restore(int articles, IEnumerable<(uint Term, int Count)> counts)
    {
        Articles = articles;
        foreach (var (term, count) in counts)
            _counts[term] = count;
    }

    /// <summary>
    /// The share of articles outside a story that have a term. A story that fills the stream would else make its own words common,
    /// and be known the less the more is written about it.
    /// </summary>
    /// <param name="within">How many articles of the story have the term.</param>
    /// <param name="size">How many articles the story has.</param>
    public double ShareOutside(uint term, double within, double size)
    {
        var count = background.Of(term) + Math.Max(0, _counts.GetValueOrDefault(term) - within);
        return (count + unknown) / (background.Articles + Math.Max(0, Articles - size) + 1);
    }

    public double Share(uint term) => ShareOutside(term, 0, 0);

    private void Fade()
    {
        Articles /= 2;
        foreach (var (term, count) in _counts)
        {
            if (count == 1)
                _counts.Remove(term);
            else
                _counts[term] = count / 2;
        }
    }
}
