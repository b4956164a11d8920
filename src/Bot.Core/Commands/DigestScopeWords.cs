using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Says what of all that is new a digest tells, and what of that is gone.</summary>
/// <param name="there">By chat.</param>
internal sealed class DigestScopeWords(IReadOnlyDictionary<Destination, ScopeNames> there)
{
    /// <summary>"On energy and sport, from Example World"; below it, what it names and is there no more. Empty where it tells all.</summary>
    public IReadOnlyList<IReadOnlyList<Inline>> Say(PlannedDigest digest, Destination asked, Edition edition)
    {
        var order = digest.Schedule.Order;
        if (Phrase(order, edition) is not { } said)
            return [];
        IReadOnlyList<Inline> phrase = [new Plain(ScheduleWords.Capitalised(said, edition))];
        return Gaps(order) is { IsNone: false } gaps ? [phrase, Missing(gaps, digest, asked, edition)] : [phrase];
    }

    /// <returns>"on energy and sport, from Example World"; null where it tells all.</returns>
    public string? Phrase(DigestOrder order, Edition edition)
    {
        var scope = order.Scope;
        if (scope.IsAll)
            return null;
        var names = there[order.Destination.Chat].Feeds;
        var parts = new List<string>();
        if (scope.Topics.Count > 0)
            parts.Add(edition.Say("digest.on-topics", ("names", edition.And(scope.Topics))));
        if (scope.Feeds.Count > 0)
            parts.Add(
                edition.Say(
                    "digest.from-feeds",
                    ("names", edition.And([.. scope.Feeds.Select(f => names.GetValueOrDefault(f) ?? f)]))
                )
            );
        return string.Join(edition.Say("list.comma"), parts);
    }

    /// <summary>Why a digest tells nothing, and what to do.</summary>
    /// <returns>Null where something is left of what it is to tell.</returns>
    public IReadOnlyList<Inline>? Idle(PlannedDigest digest, Destination asked, Edition edition) =>
        Gaps(digest.Schedule.Order) is { TellsNothing: true } gaps ? Missing(gaps, digest, asked, edition) : null;

    private ScopeGaps Gaps(DigestOrder order)
    {
        if (order.Scope.IsAll)
            return new ScopeGaps([], []);
        var (topics, feeds) = there[order.Destination.Chat];
        return order.Scope.GapsIn(name => topics.Any(t => t.IsCalled(name)), feeds.ContainsKey);
    }

    /// <summary>"There is no topic energy here any more, so nothing is told of it. As it stands, the digest tells nothing: …"</summary>
    private static List<Inline> Missing(ScopeGaps gaps, PlannedDigest digest, Destination asked, Edition edition)
    {
        var words = new List<Inline>();
        if (gaps.Topics.Count > 0)
            words.AddRange(
                edition.Line("digest.topics-gone", ("count", gaps.Topics.Count), ("names", edition.And(gaps.Topics)))
            );
        if (gaps.Feeds.Count > 0)
        {
            if (words.Count > 0)
                words.Add(new Plain(" "));
            words.AddRange(
                edition.Line("digest.feeds-gone", ("count", gaps.Feeds.Count), ("names", edition.And(gaps.Feeds)))
            );
        }

        return gaps.TellsNothing ? [.. words, new Plain(" "), .. Remedy(gaps, digest, asked, edition)] : words;
    }

    /// <summary>What is left of one of the two stays: only that is let go of which is gone altogether.</summary>
    private static IReadOnlyList<Inline> Remedy(
        ScopeGaps gaps,
        PlannedDigest digest,
        Destination asked,
        Edition edition
    )
    {
        if (digest.IsConfigured)
            return edition.Line("digest.scope-idle-configured");
        var scope = digest.Schedule.Order.Scope;
        var command = DigestWords.Command("edit", digest, asked);
        if (scope.Topics.Count > 0 && gaps.Topics.Count == scope.Topics.Count)
            command += $" {DigestScopeReader.Topics}:{DigestScope.AllWord}";
        if (scope.Feeds.Count > 0 && gaps.Feeds.Count == scope.Feeds.Count)
            command += $" {DigestScopeReader.Feeds}:{DigestScope.AllWord}";
        return edition.Line("digest.scope-idle", ("command", new CommandHint(command)));
    }
}
