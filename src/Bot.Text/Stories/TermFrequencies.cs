using System.Runtime.InteropServices;

namespace Bot.Text.Stories;

/// <summary>In which share of articles a term stands: the shipped sample's, and what the stream adds as it runs.</summary>
internal sealed class TermFrequencies(BackgroundFrequencies background, StoryWeights weights)
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

    public void Restore(StoryTrackerState state)
    {
        Articles = state.Articles;
        for (var i = 0; i < state.Terms.Count; i++)
            _counts[state.Terms[i]] = state.Counts[i];
    }

    /// <summary>
    /// The share of articles outside a story that have a term. A story that fills the stream would else make its own words common,
    /// and be known the less the more is written about it.
    /// </summary>
    /// <param name="within">How many articles of the story have the term.</param>
    /// <param name="size">How many articles the story has.</param>
    public double ShareOutside(uint term, double within, double size)
    {
        var sample = weights.SampleLength * (background.Of(term) + weights.Unknown) / (background.Articles + 1);
        var seen = Math.Max(0, _counts.GetValueOrDefault(term) - within);
        return (weights.Sample * sample + seen) / (weights.Sample + Math.Max(0, Articles - size));
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
