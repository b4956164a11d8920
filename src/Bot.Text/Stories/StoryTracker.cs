namespace Bot.Text.Stories;

/// <summary>
/// Puts articles of one event together as they arrive: each is decided at once, by those before it, and no decision is taken back.
/// The same articles in the same order give the same stories. Not for several threads at a time.
/// </summary>
public sealed class StoryTracker
{
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
        _frequencies = new TermFrequencies(background, weights.Unknown);
        _index = new StoryIndex(_frequencies);
        _scorer = new StoryScorer(_frequencies, weights);
    }

    /// <summary>Stories that articles may still be added to.</summary>
    public int OpenStories => _stories.Count;

    /// <summary>How often an article was weighed against a story, or an entry of the index looked at.</summary>
    internal long Comparisons { get; private set; }

    public StoryDecision Add(StoryArticle article) => Add(article, StoryReader.Read(article));

    internal StoryDecision Add(StoryArticle article, StoryEvidence evidence)
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
        var oldest = _clock.Now - Life;
        if (_stories.Count > MostStories)
        {
            var byAge = _stories.Select(s => s.Last).Order().ToList();
            oldest = byAge[_stories.Count - MostStories] is var enough && enough > oldest ? enough : oldest;
        }

        foreach (var story in _stories.Where(s => s.Last < oldest))
            _index.Remove(story, story.Terms.Keys);
        _stories.RemoveAll(s => s.Last < oldest);
    }
}
