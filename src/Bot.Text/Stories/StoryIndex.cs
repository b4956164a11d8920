using System.Runtime.InteropServices;

namespace Bot.Text.Stories;

/// <summary>Finds the stories that an article may belong to by the rare terms that they share.</summary>
internal sealed class StoryIndex(TermFrequencies frequencies)
{
    /// <summary>A term that more stories have leads to the newest of them alone.</summary>
    private const int MostStoriesOfTerm = 256;

    /// <summary>As many entries are looked at for one article, the rarest terms first.</summary>
    private const int MostLookedAt = 3000;

    private const int MostCandidates = 24;

    private static readonly Comparer<Story> ByNumber = Comparer<Story>.Create(
        (one, other) => one.Id.Number.CompareTo(other.Id.Number)
    );

    /// <summary>In the order of their numbers, however they came: a restored index is the one that was saved.</summary>
    private readonly Dictionary<uint, List<Story>> _byTerm = [];

    /// <summary>Entries looked at so far.</summary>
    public long LookedAt { get; private set; }

    public void Add(Story story, IEnumerable<uint> terms)
    {
        foreach (var term in terms)
        {
            ref var stories = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTerm, term, out _);
            stories ??= [];
            if (stories.BinarySearch(story, ByNumber) is var at and < 0)
                stories.Insert(~at, story);
        }
    }

    public void Remove(Story story, IEnumerable<uint> terms)
    {
        foreach (var term in terms)
        {
            if (!_byTerm.TryGetValue(term, out var stories))
                continue;
            if (stories.BinarySearch(story, ByNumber) is var at and >= 0)
                stories.RemoveAt(at);
            if (stories.Count == 0)
                _byTerm.Remove(term);
        }
    }

    /// <returns>The likeliest first; at most 24.</returns>
    public IReadOnlyList<Story> Find(IReadOnlyList<StoryTerm> terms)
    {
        var shared = new Dictionary<Story, double>();
        var left = MostLookedAt;
        foreach (var (term, share) in terms.Select(t => (t.Key, frequencies.Share(t.Key))).OrderBy(t => t.Item2))
        {
            if (!_byTerm.TryGetValue(term, out var stories))
                continue;
            var newest = CollectionsMarshal.AsSpan(stories)[^Math.Min(stories.Count, MostStoriesOfTerm)..];
            if ((left -= newest.Length) < 0)
                break;
            LookedAt += newest.Length;
            foreach (var story in newest)
                CollectionsMarshal.GetValueRefOrAddDefault(shared, story, out _) -= Math.Log(share);
        }

        return
        [
            .. shared
                .OrderByDescending(s => s.Value)
                .ThenByDescending(s => s.Key.Id.Number)
                .Take(MostCandidates)
                .Select(s => s.Key),
        ];
    }
}
