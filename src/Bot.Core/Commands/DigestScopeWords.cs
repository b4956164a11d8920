using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Feeds.Following;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands;

/// <summary>Says what of all that is new a digest tells, and what of that is gone.</summary>
internal sealed class DigestScopeWords(TopicBook topics, FeedBook feeds)
{
    /// <summary>"On energy and sport, from Example World"; below it, what it names and is there no more. Empty where it tells all.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Inline>>> SayAsync(
        DigestSchedule schedule,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (await PhraseAsync(schedule.Order, edition, cancellation) is not { } said)
            return [];
        List<IReadOnlyList<Inline>> lines =
        [
            [new Plain($"{char.ToUpper(said[0], edition.Language)}{said[1..]}")],
        ];
        if (await GapsAsync(schedule.Order, cancellation) is { IsNone: false } gaps)
            lines.Add(Missing(gaps, schedule, asked, edition));
        return lines;
    }

    /// <returns>"on energy and sport, from Example World"; null where it tells all.</returns>
    public async Task<string?> PhraseAsync(DigestOrder order, Edition edition, CancellationToken cancellation)
    {
        var scope = order.Scope;
        if (scope.IsAll)
            return null;
        var names = (await feeds.OfAsync(order.Destination, cancellation)).ToDictionary(
            f => f.Feed.Url.AbsoluteUri,
            f => f.Name
        );
        var parts = new List<string>();
        if (scope.Topics.Count > 0)
            parts.Add(edition.Say("digest.on-topics", ("names", edition.And(scope.Topics))));
        if (scope.Feeds.Count > 0)
            parts.Add(
                edition.Say("digest.from-feeds", ("names", edition.And([.. scope.Feeds.Select(f => Name(f, names))])))
            );
        return string.Join(edition.Say("list.comma"), parts);
    }

    /// <summary>Why a digest tells nothing, and what to do.</summary>
    /// <returns>Null where something is left of what it is to tell.</returns>
    public async Task<IReadOnlyList<Inline>?> IdleAsync(
        PlannedDigest? digest,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    ) =>
        digest is not null && await GapsAsync(digest.Schedule.Order, cancellation) is { TellsNothing: true } gaps
            ? Missing(gaps, digest.Schedule, asked, edition)
            : null;

    private async Task<ScopeGaps> GapsAsync(DigestOrder order, CancellationToken cancellation)
    {
        var known = order.Scope.Topics.Count == 0 ? [] : await topics.OfAsync(order.Destination, cancellation);
        var followed =
            order.Scope.Feeds.Count == 0
                ? []
                : (await feeds.OfAsync(order.Destination, cancellation))
                    .Select(f => f.Feed.Url.AbsoluteUri)
                    .ToHashSet();
        return order.Scope.GapsIn(name => known.Any(t => t.IsCalled(name)), followed.Contains);
    }

    /// <summary>"There is no topic energy here any more, so nothing is told of it. As it stands, the digest tells nothing: …"</summary>
    private static List<Inline> Missing(ScopeGaps gaps, DigestSchedule schedule, Destination asked, Edition edition)
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

        if (!gaps.TellsNothing)
            return words;
        var option = gaps.Topics.Count > 0 ? DigestScopeReader.Topics : DigestScopeReader.Feeds;
        var command =
            $"/digest edit name:\"{schedule.Name}\" {option}:{DigestScope.AllWord}{PlaceMeant.Option(schedule.Destination, asked)}";
        return [.. words, new Plain(" "), .. edition.Line("digest.scope-idle", ("command", new CommandHint(command)))];
    }

    private static string Name(string address, Dictionary<string, string> names) =>
        names.GetValueOrDefault(address) ?? address;
}
