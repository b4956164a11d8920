using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Feeds.Following;
using Bot.Core.Topics;

namespace Bot.Core.Commands;

/// <summary>Looks up what there is of what digests name: once in a chat, for all digests of an answer.</summary>
internal sealed class DigestScopeLookup(TopicBook topics, FeedBook feeds)
{
    public async Task<DigestScopeWords> OfAsync(IEnumerable<DigestOrder> orders, CancellationToken cancellation)
    {
        var there = new Dictionary<Destination, ScopeNames>();
        foreach (var chat in orders.Where(o => !o.Scope.IsAll).Select(o => o.Destination.Chat).Distinct())
            there[chat] = new ScopeNames(
                await topics.OfAsync(chat, cancellation),
                (await feeds.OfAsync(chat, cancellation)).ToDictionary(f => f.Feed.Url.AbsoluteUri, f => f.Name)
            );
        return new DigestScopeWords(there);
    }
}

/// <summary>What a chat has that a digest can name.</summary>
/// <param name="Feeds">What the chat calls each, by its address.</param>
internal sealed record ScopeNames(IReadOnlyList<Topic> Topics, IReadOnlyDictionary<string, string> Feeds);
