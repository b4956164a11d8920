using System.Runtime.InteropServices;

namespace Bot.Text.Stories;

/// <summary>How often a story has a term, and how often as a name.</summary>
internal record struct TermCount(float Articles, float AsName);

/// <summary>One event as the stream knows it.</summary>
internal sealed class Story(StoryId id)
{
    /// <summary>A story that has more articles counts the older ones less, so that it can move on.</summary>
    private const int Memory = 48;

    private const int MostTerms = 320;
    private const int TermsKept = 200;

    /// <summary>A name that this share of a story's articles have is the story's.</summary>
    private const double CoreShare = 0.34;

    private readonly Dictionary<uint, TermCount> _terms = [];

    public StoryId Id => id;

    public IReadOnlyDictionary<uint, TermCount> Terms => _terms;

    /// <summary>How many articles it has, the older ones counted less.</summary>
    public double Size { get; private set; }

    public DateTimeOffset Last { get; private set; }

    public StoryMemory Said { get; init; } = new();

    /// <summary>The names that it is about.</summary>
    public IEnumerable<uint> CoreNames =>
        _terms
            .Where(t => t.Value.AsName * 2 > t.Value.Articles && t.Value.Articles > CoreShare * Size)
            .Select(t => t.Key);

    /// <returns>The terms that it did not have before, and those that it has no more.</returns>
    public (List<uint> Added, List<uint> Dropped) Add(IReadOnlyList<StoryTerm> terms, DateTimeOffset when)
    {
        Last = when > Last ? when : Last;
        if (Size >= Memory)
            Fade();
        Size++;
        var added = new List<uint>();
        foreach (var term in terms)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term.Key, out var isKnown);
            count.Articles++;
            count.AsName += term.Kind == TermKind.Name ? 1 : 0;
            if (!isKnown)
                added.Add(term.Key);
        }

        return (added, Prune());
    }

    /// <summary>A date far ahead of the stream was wrong: with it the story would never grow old.</summary>
    public void EndBy(DateTimeOffset newest) => Last = Last < newest ? Last : newest;

    public StoryState Save() =>
        new(
            id.Number,
            Size,
            Last,
            [.. _terms.Keys],
            [.. _terms.Values.Select(t => t.Articles)],
            [.. _terms.Values.Select(t => t.AsName)],
            [.. Said.Terms],
            [.. Said.Articles.Select(a => a.Save())]
        );

    public static Story Restore(StoryState state)
    {
        var story = new Story(new StoryId(state.Number))
        {
            Size = state.Size,
            Last = state.Last,
            Said = StoryMemory.Restore(state),
        };
        for (var i = 0; i < state.Terms.Count; i++)
            story._terms[state.Terms[i]] = new TermCount(state.InArticles[i], state.AsName[i]);
        return story;
    }

    private void Fade()
    {
        Size /= 2;
        foreach (var (term, count) in _terms)
            _terms[term] = new TermCount(count.Articles / 2, count.AsName / 2);
    }

    private List<uint> Prune()
    {
        if (_terms.Count <= MostTerms)
            return [];
        var dropped = _terms
            .OrderByDescending(t => t.Value.Articles)
            .ThenBy(t => t.Key)
            .Skip(TermsKept)
            .Select(t => t.Key)
            .ToList();
        foreach (var term in dropped)
            _terms.Remove(term);
        return dropped;
    }
}
