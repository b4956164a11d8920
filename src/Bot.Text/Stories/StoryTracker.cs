namespace Bot.Text.Stories;

/// <summary>
/// Puts articles of one event together as they arrive: each is decided at once, by those before it, and no decision is taken back.
/// The same articles in the same order give the same stories. Not for several threads at a time.
/// </summary>
public sealed class StoryTracker
{
    /// <summary>Rises whenever terms are read otherwise, so that old states would not fit.</summary>
    public const int Version = 3;

    /// <summary>A story that nothing was added to for as long is closed; what comes later opens a new one.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Open stories at most; beyond, those that slept longest are closed.</summary>
    private const int MostStories = 10_000;

    private const int SweepEvery = 256;

    private readonly List<Story> _stories = [];
    private readonly TermFrequencies _frequencies;
    private readonly StoryIndex _index;
    private readonly StoryScorer _scorer;
    private readonly StoryWeights _weights;
    private readonly StoryClock _clock = new();
    private int _lastNumber;
    private int _sinceSweep;

    public StoryTracker()
        : this(StoryWeights.Shipped, BackgroundFrequencies.Instance) { }

    internal StoryTracker(StoryWeights weights, BackgroundFrequencies background)
    {
        _weights = weights;
        _frequencies = new TermFrequencies(background, weights);
        _index = new StoryIndex(_frequencies);
        _scorer = new StoryScorer(_frequencies, weights);
    }

    /// <summary>Stories that articles may still be added to.</summary>
    public int OpenStories => _stories.Count;

    /// <summary>Stories whose last article is older are closed, or will be with the next sweep.</summary>
    public DateTimeOffset ClosedBefore => _clock.Before(Life);

    /// <summary>How often an article was weighed against a story, or an entry of the index looked at.</summary>
    internal long Comparisons { get; private set; }

    /// <summary>Reads an article, which takes most of the time: on any thread, ahead of others.</summary>
    public static StoryReading Read(StoryArticle article) => new(article, StoryReader.Read(article));

    public StoryDecision Add(StoryArticle article) => Add(Read(article));

    /// <summary>Decides on an article.</summary>
    public StoryDecision Add(StoryReading reading) => Add(reading.Article, reading.Evidence);

    /// <summary>What is known now, for <see cref="Restore"/>: small, and apart from what comes later.</summary>
    public StoryTrackerState Save() => SaveCounts() with { Stories = [.. _stories.Select(s => s.Save())] };

    /// <summary>All of <see cref="Save"/> but the stories, which <see cref="SaveStory"/> gives one by one.</summary>
    public StoryTrackerState SaveCounts() =>
        new(
            Version,
            _clock.Save(),
            _lastNumber,
            _sinceSweep,
            _frequencies.Articles,
            [.. _frequencies.Counts.Keys],
            [.. _frequencies.Counts.Values],
            []
        );

    /// <returns>Null where the story is closed, or is none.</returns>
    public StoryState? SaveStory(StoryId story) => _stories.Find(s => s.Id == story)?.Save();

    /// <returns>A tracker that goes on where the saved one was; null where the state is of another version.</returns>
    public static StoryTracker? Restore(StoryTrackerState state)
    {
        if (state.Version != Version)
            return null;
        var tracker = new StoryTracker { _lastNumber = state.LastNumber, _sinceSweep = state.SinceSweep };
        tracker._clock.Restore(state.Clock);
        tracker._frequencies.Restore(state);
        foreach (var saved in state.Stories)
            tracker.Take(saved);
        return tracker;
    }

    /// <summary>Takes over a story as another tracker of the same stream has it now, in place of what was known of it.</summary>
    public void Take(StoryState state)
    {
        if (_stories.FindIndex(s => s.Id.Number == state.Number) is >= 0 and var at)
        {
            _index.Remove(_stories[at], _stories[at].Terms.Keys);
            _stories.RemoveAt(at);
        }

        var story = Story.Restore(state);
        _stories.Add(story);
        _index.Add(story, state.Terms);
        _lastNumber = Math.Max(_lastNumber, state.Number);
    }

    /// <summary>No story opens with a number up to this one: they were given already.</summary>
    public void NumberAfter(int last) => _lastNumber = Math.Max(_lastNumber, last);

    private StoryDecision Add(StoryArticle article, StoryEvidence evidence)
    {
        var when = _clock.TimeOf(article.Published);
        if (++_sinceSweep >= SweepEvery)
            Sweep();
        var story = FindStory(evidence.Terms, when) ?? Open();
        var (added, dropped) = story.Add(evidence.Terms, when);
        _index.Add(story, added);
        _index.Remove(story, dropped);
        _frequencies.Learn(evidence.Terms);
        var (relation, earlier, news) = story.Said.Add(article, evidence);
        return new StoryDecision(story.Id, relation, earlier, news);
    }

    private Story? FindStory(IReadOnlyList<StoryTerm> terms, DateTimeOffset when)
    {
        var (best, most) = (default(Story), _weights.Threshold);
        var looked = _index.LookedAt;
        foreach (var story in _index.Find(terms))
        {
            if (when - story.Last > Life)
                continue;
            Comparisons++;
            var score = _scorer.Score(terms, story, when);
            if (score >= most)
                (best, most) = (story, score);
        }

        Comparisons += _index.LookedAt - looked;
        return best;
    }

    private Story Open()
    {
        var story = new Story(new StoryId(++_lastNumber));
        _stories.Add(story);
        return story;
    }

    private void Sweep()
    {
        _sinceSweep = 0;
        var (oldest, newest) = (_clock.Before(Life), _clock.After(Life));
        var over = _stories.Count - MostStories;
        foreach (var story in _stories)
            story.EndBy(newest);
        var closed = _stories
            .OrderBy(s => s.Last)
            .ThenBy(s => s.Id.Number)
            .Where((s, i) => i < over || s.Last < oldest)
            .ToHashSet();
        foreach (var story in closed)
            _index.Remove(story, story.Terms.Keys);
        _stories.RemoveAll(closed.Contains);
    }
}
