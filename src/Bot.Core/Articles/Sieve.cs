using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>What an audience sees of the articles and a filter leaves of it, as conditions on <c>articles a</c>.</summary>
/// <remarks>
/// There are two ways to the same rows, and which is short depends on the store. A walk goes through the articles and asks
/// of each who sees it: short for a chat with busy feeds. A gathering begins at what the chat follows: short for one
/// with a few rare feeds in a store that others fill.
/// </remarks>
internal sealed class Sieve(Audience audience, ArticleFilter filter)
{
    /// <summary>To the letter as the partial indexes of 0007_feeds.sql have it, or they are not used.</summary>
    public const string IsSeed = "substr(a.origin, 1, 5) <> 'feed:'";

    public const string NewestFirst = "ORDER BY a.listed_at DESC, a.id DESC";

    /// <summary>A chat that has paused a feed keeps what it saw.</summary>
    public const string IsOpen = "(f.paused IS NULL OR i.first_seen <= f.paused)";

    /// <summary>
    /// A text that a chat has pointed at is that chat's alone. Before origins named the chat they were one word: such a
    /// text is nobody's, since nobody can say whose it was.
    /// </summary>
    public const string IsAside = """
        (a.origin IN ('aside', 'link') OR substr(a.origin, 1, 6) = 'aside:' OR substr(a.origin, 1, 5) = 'link:')
        """;

    private const string Sees = $"""
        ({IsSeed} AND NOT {IsAside}
          OR a.origin IN ('aside:' || @chat, 'link:' || @chat)
          OR EXISTS (SELECT 1 FROM feed_items i JOIN follows f ON f.chat = @chat AND f.feed = i.feed
                     WHERE i.article = a.id AND {IsOpen})
          OR EXISTS (SELECT 1 FROM twins t WHERE t.article = a.id AND substr(t.origin, 1, 5) <> 'feed:'))
        """;

    /// <summary>Seeds, what the chat's feeds have shown, and articles of others' feeds that a seed has too.</summary>
    private static readonly string[] OfTheChat =
    [
        $"articles a WHERE {IsSeed}",
        $"follows f CROSS JOIN feed_items i ON i.feed = f.feed AND i.article IS NOT NULL CROSS JOIN articles a ON a.id = i.article WHERE f.chat = @chat AND {IsOpen}",
        "twins t CROSS JOIN articles a ON a.id = t.article WHERE substr(t.origin, 1, 5) <> 'feed:'",
    ];

    private static readonly string[] OfTheOutlet =
    [
        "articles a WHERE a.source IN @sources",
        "feed_items i CROSS JOIN articles a ON a.id = i.article WHERE i.feed IN @feeds AND i.article IS NOT NULL",
    ];

    public bool IsOpenToAll => audience.SeesAll && filter == ArticleFilter.None;

    public bool HasOutlet => filter.From is not null;

    public bool HasOwnIndex => filter.HasOwnIndex;

    /// <summary>All that must hold of <c>articles a</c>.</summary>
    public string Condition => string.Join(" AND ", Conditions(isSightAsked: true, isOutletAsked: true));

    /// <summary>The ids of at most @most articles from each of the sieve's beginnings, no id twice.</summary>
    public string Gathered(string order)
    {
        // What a chat's list begins at says who sees it.
        var conditions = Conditions(isSightAsked: filter.From is not null, isOutletAsked: false).ToList();
        return string.Join(
            " UNION ",
            Beginnings()
                .Select(from =>
                    $"SELECT id FROM (SELECT DISTINCT a.id, a.listed_at FROM {from} AND {string.Join(" AND ", conditions)} {order} LIMIT @most)"
                )
        );
    }

    public DynamicParameters Values()
    {
        var values = new DynamicParameters();
        values.Add("chat", audience.Chat);
        values.Add("sources", filter.From?.Sources ?? []);
        values.Add("feeds", filter.From?.Feeds ?? []);
        values.Add("since", filter.Since is { } since ? StoredInstant.Write(since) : null);
        values.Add("language", filter.Language);
        values.Add("quoted", filter.QuotedNames ?? []);
        values.Add("among", filter.Among is { } among ? $"[{string.Join(',', among)}]" : "[]");
        return values;
    }

    private string[] Beginnings() =>
        filter.From is not null ? OfTheOutlet
        : audience.SeesAll ? ["articles a WHERE 1"]
        : OfTheChat;

    private IEnumerable<string> Conditions(bool isSightAsked, bool isOutletAsked)
    {
        yield return "a.withdrawn_at IS NULL";
        if (isSightAsked && !audience.SeesAll)
            yield return Sees;
        if (isOutletAsked && filter.From is not null)
            yield return "(a.source IN @sources OR EXISTS (SELECT 1 FROM feed_items o WHERE o.article = a.id AND o.feed IN @feeds))";
        if (filter.Since is not null)
            yield return "a.listed_at >= @since";
        if (filter.Language is not null)
            yield return "a.language = @language";
        if (filter.Among is not null)
            yield return "a.id IN (SELECT value FROM json_each(@among))";
        if (filter.QuotedNames is not null)
            yield return """
                EXISTS (SELECT 1 FROM person_names n JOIN people q ON q.article = n.article AND q.entity = n.entity
                        WHERE n.folded IN @quoted AND n.article = a.id AND q.quotations > 0)
                """;
    }

    /// <summary>That one article is seen, withdrawn or not.</summary>
    public static string SeenBy(Audience audience) => audience.SeesAll ? "1" : Sees;
}
