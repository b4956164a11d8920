using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Core.Places;
using Bot.Core.Topics;

namespace Bot.Core.Moving;

/// <summary>Changes what a plan says; see <see cref="UnpackPlanner"/>.</summary>
public sealed class Unpacker(PlaceBook places, FeedBook feeds, FilterBook filters, TopicBook topics, DigestBook digests)
{
    /// <summary>Each step by itself: whoever is interrupted takes the same file once more.</summary>
    /// <param name="by">The platform and its id of the person.</param>
    /// <returns>The plan as it was carried out: what came between it and the books is among its problems.</returns>
    public async Task<UnpackPlan> UnpackAsync(UnpackPlan plan, string by, CancellationToken cancellation)
    {
        foreach (var change in plan.Settings)
            await places.ChangeAsync(change.Layer, s => change.Settings.Over(s), cancellation);
        if (plan.Roles is { } roles)
            await places.SetRolesAsync(plan.Place, roles, cancellation);
        var problems = new List<ImportProblem>(plan.Problems);
        return plan with
        {
            Feeds = await FollowAsync(plan, problems, cancellation),
            Filters = await FilterAsync(plan, by, problems, cancellation),
            Topics = await SaveAsync(plan, by, problems, cancellation),
            Digests = await PlanDigestsAsync(plan, by, problems, cancellation),
            Problems = problems,
        };
    }

    private async Task<IReadOnlyList<FeedChange>> FollowAsync(
        UnpackPlan plan,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        if (plan.Feeds.Count == 0)
            return [];
        var outcomes = await feeds.FollowAsync([.. plan.Feeds.Select(f => f.Order)], cancellation);
        if (outcomes.Count(o => o == FollowOutcome.ChatIsFull) is > 0 and var tooMany)
            problems.Add(new ImportProblem.TooManyFeeds(tooMany));
        if (outcomes.Count(o => o == FollowOutcome.OwnerIsFull) is > 0 and var ofOwner)
            problems.Add(new ImportProblem.TooManyOfOwner(ofOwner));
        var followed = plan.Feeds.Where((_, i) => outcomes[i] == FollowOutcome.Followed).ToList();
        var paused = followed.Where(f => f.IsPaused).Select(f => f.Order.Url).ToHashSet();
        if (paused.Count == 0)
            return followed;
        foreach (var feed in await feeds.OfAsync(plan.Place, cancellation))
        {
            if (paused.Contains(feed.Feed.Url))
                await feeds.PauseAsync(plan.Place, feed.Feed.Id, cancellation);
        }

        return followed;
    }

    private async Task<IReadOnlyList<(Destination Place, FilterRule Rule)>> FilterAsync(
        UnpackPlan plan,
        string by,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var added = new List<(Destination Place, FilterRule Rule)>();
        foreach (var (place, rule) in plan.Filters)
        {
            if (await filters.AddAsync(place, rule, by, cancellation) is not FilterOutcome.PlaceIsFull)
                added.Add((place, rule));
        }

        if (added.Count < plan.Filters.Count)
            problems.Add(new ImportProblem.TooManyFilters(plan.Filters.Count - added.Count));
        return added;
    }

    private async Task<IReadOnlyList<(string Topic, FilterRule Rule)>> SaveAsync(
        UnpackPlan plan,
        string by,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var added = new List<(string Topic, FilterRule Rule)>();
        foreach (var (topic, rule) in plan.Topics)
        {
            if (
                await topics.AddAsync(plan.Place, topic, rule, by, cancellation)
                is not (TopicOutcome.ChatIsFull or TopicOutcome.TopicIsFull)
            )
                added.Add((topic, rule));
        }

        if (added.Count < plan.Topics.Count)
            problems.Add(new ImportProblem.TooManyTopics(plan.Topics.Count - added.Count));
        return added;
    }

    private async Task<IReadOnlyList<DigestChange>> PlanDigestsAsync(
        UnpackPlan plan,
        string by,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var planned = new List<DigestChange>();
        foreach (var change in plan.Digests)
        {
            if (await TryPlanAsync(change, by, cancellation))
                planned.Add(change);
            else
                problems.Add(new ImportProblem.DigestTaken(change.Schedule.Name));
        }

        return planned;
    }

    /// <summary>What is planned otherwise stays the same digest: the ledger goes on, and no slot is lost or told twice.</summary>
    private async Task<bool> TryPlanAsync(DigestChange change, string by, CancellationToken cancellation)
    {
        var isPlanned = change.Instead is { } old
            ? await digests.EditAsync(old, change.Schedule, cancellation)
            : await digests.TryAddAsync(change.Schedule, by, cancellation);
        if (!isPlanned || change.IsPaused == (change.Instead is { IsPaused: true }))
            return isPlanned;
        var plan = await digests.OfChatAsync(change.Schedule.Destination, cancellation);
        // Somebody may have removed it in this very moment.
        return plan.Digests.FirstOrDefault(d =>
                d.Destination == change.Schedule.Destination && d.IsCalled(change.Schedule.Name)
            )
                is { } there
            && (
                change.IsPaused
                    ? await digests.PauseAsync(there, cancellation)
                    : await digests.ResumeAsync(there, cancellation)
            );
    }
}
