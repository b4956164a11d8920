using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>What a story's articles have said: tells what a new one is to them, and which of its sentences are news.</summary>
internal sealed class StoryMemory
{
    /// <summary>Articles that a new one is compared with: the latest.</summary>
    private const int MostArticles = 24;

    /// <summary>Sentences that are held of all of them.</summary>
    private const int MostSentences = 320;

    /// <summary>Terms that count as said, of articles long gone too.</summary>
    private const int MostTerms = 8192;

    /// <summary>An article that shares so much with an earlier one, both ways, is its copy.</summary>
    private const double CopyShare = 0.8;

    /// <summary>An article of which so much stands in an earlier one is written after it.</summary>
    private const double RewriteShare = 0.5;

    private readonly List<KnownArticle> _articles = [];
    private readonly HashSet<uint> _terms = [];

    public IReadOnlyList<KnownArticle> Articles => _articles;

    public IReadOnlySet<uint> Terms => _terms;

    /// <summary>What an article is to those before it; then they are one more.</summary>
    public (StoryRelation Relation, string? EarlierId, IReadOnlyList<TextSpan> New) Add(
        StoryArticle article,
        StoryEvidence evidence
    )
    {
        var decision = _articles.Count == 0 ? (StoryRelation.First, null, []) : Compare(article, evidence);
        Remember(
            new KnownArticle(
                article.Id,
                article.Source,
                [
                    .. evidence.Title is { } title ? [title.Said] : Array.Empty<SaidSentence>(),
                    .. evidence.Sentences.Select(s => s.Said),
                ],
                evidence.Title is not null
            )
        );
        return decision;
    }

    public static StoryMemory Restore(StoryState state)
    {
        var memory = new StoryMemory();
        memory._articles.AddRange(state.Remembered.Select(KnownArticle.Restore));
        memory._terms.UnionWith(state.Said);
        return memory;
    }

    private (StoryRelation, string?, IReadOnlyList<TextSpan>) Compare(StoryArticle article, StoryEvidence evidence)
    {
        var news = new NewsFinder(_terms, [.. _articles.SelectMany(a => a.Sentences)]).Find(evidence.Sentences);
        List<SaidSentence> own = [.. evidence.Sentences.Select(s => s.Said)];
        var (most, like) = (_articles[0], default(Likeness));
        for (var i = _articles.Count - 1; i >= 0; i--)
        {
            if (Likeness.Of(own, [.. _articles[i].Body]) is var other && other.Near > like.Near)
                (most, like) = (_articles[i], other);
        }

        var ownBefore = article.Source is null ? null : _articles.FindLast(a => a.Source == article.Source);
        if (
            like.Same >= CopyShare
            && like.EarlierSame >= CopyShare
            && (news.Count == 0 || most.Source != article.Source)
        )
            return (StoryRelation.Copy, most.Id, []);
        if (ownBefore is not null && news.Count > 0)
            return (StoryRelation.Update, most.Source == article.Source ? most.Id : ownBefore.Id, news);
        return like.Near >= RewriteShare ? (StoryRelation.Rewrite, most.Id, news) : (StoryRelation.Report, null, news);
    }

    private void Remember(KnownArticle article)
    {
        _articles.Add(article);
        while (
            _articles.Count > MostArticles
            || _articles.Count > 1 && _articles.Sum(a => a.Sentences.Count) > MostSentences
        )
            _articles.RemoveAt(0);
        if (_terms.Count > MostTerms)
        {
            _terms.Clear();
            _terms.UnionWith(_articles.SelectMany(a => a.Sentences).SelectMany(s => s.Terms));
        }

        foreach (var sentence in article.Sentences)
            _terms.UnionWith(sentence.Terms);
    }
}
