using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Moving;

/// <summary>Says what taking a packed chat into another, or into the same, would change.</summary>
public sealed class UnpackPlanner(
    PlaceBook places,
    FeedBook feeds,
    FilterBook filters,
    TopicBook topics,
    DigestBook digests,
    Fetcher fetcher,
    Phrasebook phrasebook,
    IEnumerable<IChatPlatform> platforms
)
{
    /// <param name="place">Where it was given: what belonged to a channel of another chat comes there.</param>
    /// <param name="by">The platform and its id of the person.</param>
    /// <param name="mayGiveRights">Whether that person may say whose roles administer the chat.</param>
    public async Task<UnpackPlan> PlanAsync(
        PackedPlace packed,
        Destination place,
        string by,
        bool mayGiveRights,
        CancellationToken cancellation
    )
    {
        var problems = new List<ImportProblem>();
        var plan = new UnpackPlan(place) { IsFromElsewhere = packed.From != place.Chat.ToString() };
        var platform = platforms.FirstOrDefault(p => p.Name == place.Platform);
        var homes = await Homes.FindAsync(packed, plan, platform, problems, cancellation);
        plan = await SettingsAsync(plan, packed, homes, platform, mayGiveRights, problems, cancellation);
        plan = await FeedsAsync(plan, packed, homes, by, problems, cancellation);
        plan = await FiltersAsync(plan, packed, homes, problems, cancellation);
        plan = await TopicsAsync(plan, packed, problems, cancellation);
        plan = await DigestsAsync(plan, packed, homes, problems, cancellation);
        return plan with { Closed = await ClosedAsync(plan, platform, cancellation), Problems = problems };
    }

    private async Task<UnpackPlan> SettingsAsync(
        UnpackPlan plan,
        PackedPlace packed,
        Homes homes,
        IChatPlatform? platform,
        bool mayGiveRights,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var layers = new List<(Destination Layer, PackedSettings? Packed)> { (plan.Place.Chat, packed.Settings) };
        var channels = (packed.Channels ?? new Dictionary<string, PackedSettings?>()).ToList();
        if (!plan.IsFromElsewhere)
            layers.AddRange(
                channels.Where(c => homes.Of(c.Key) is not null).Select(c => (homes.Of(c.Key)!.Value, c.Value))
            );
        else if (channels.Count == 1 && plan.Place.Topic is not null)
            layers.Add((plan.Place, channels[0].Value));
        else if (channels.Count > 0)
            problems.Add(new ImportProblem.Channels(channels.Count));

        var changes = new List<LayerChange>();
        var replaces = plan.ReplacesSomething;
        foreach (var (layer, from) in layers)
        {
            var wanted = SettingsMapping.Unpack(from, phrasebook.Languages, problems);
            var there = await places.OwnSettingsAsync(layer, cancellation);
            if (wanted.Over(there) is var then && then == there)
                continue;
            changes.Add(new LayerChange(layer, wanted, [.. Changed(there, then)]));
            // What was set there is more than what the file adds.
            replaces |= there.Over(wanted) != then;
        }

        var given = (await places.FindAsync(plan.Place, cancellation))?.Roles ?? [];
        var roles = await PackedRoles.UnpackAsync(plan, packed, given, platform, mayGiveRights, problems, cancellation);
        var areOthers = roles.Count > 0 && !given.SequenceEqual(roles);
        return plan with
        {
            Settings = changes,
            Roles = areOthers ? roles : null,
            ReplacesSomething = replaces || (areOthers && given.Count > 0),
        };
    }

    private async Task<UnpackPlan> FeedsAsync(
        UnpackPlan plan,
        PackedPlace packed,
        Homes homes,
        string by,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var followed = (await feeds.OfAsync(plan.Place, cancellation)).Select(f => f.Feed.Url).ToHashSet();
        var listed = new List<(ListedFeed Listed, PackedFeed Packed)>();
        foreach (var feed in (packed.Feeds ?? []).OfType<PackedFeed>())
        {
            if (FeedFinder.TryRead(feed.Url ?? "") is { } url && fetcher.MayAsk(url))
                listed.Add((Listed(feed), feed));
            else
                problems.Add(new ImportProblem.Feed(GivenAddress.Sayable(feed.Url ?? "")));
        }

        var wanted = listed.ToLookup(l => FeedFinder.TryRead(l.Packed.Url!)!, l => l.Packed); // Read above.
        var orders = ListedOrders.Of(listed.Select(l => l.Listed), plan.Place, by);
        var open = orders.Where(o => !followed.Contains(o.Url)).ToList();
        var room = Math.Max(0, FeedBook.MostInChat - followed.Count);
        if (open.Count > room)
            problems.Add(new ImportProblem.TooManyFeeds(open.Count - room));
        return plan with
        {
            Already = plan.Already + orders.Count - open.Count,
            Feeds =
            [
                .. open.Take(room)
                    .Select(o => (Order: o, Packed: wanted[o.Url].First()))
                    .Select(f => new FeedChange(
                        f.Order with
                        {
                            // What is wrong with a feed is told here where its channel is none of the chat's.
                            Place = homes.Of(f.Packed.Channel) ?? plan.Place,
                        },
                        f.Packed.Paused
                    )),
            ],
        };
    }

    private async Task<UnpackPlan> FiltersAsync(
        UnpackPlan plan,
        PackedPlace packed,
        Homes homes,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var (open, already, tooMany) = (new List<(Destination Place, FilterRule Rule)>(), 0, 0);
        var there = new Dictionary<Destination, List<FilterRule>>();
        foreach (var filter in (packed.Filters ?? []).OfType<PackedFilter>())
        {
            if (homes.Of(filter.Channel) is not { } place)
                continue;
            if (!there.TryGetValue(place, out var rules))
                there[place] = rules = [.. await filters.OfAsync(place, cancellation)];
            if (FilterMapping.Unpack(filter) is not { } rule)
                problems.Add(new ImportProblem.Filter(filter.Words ?? filter.From ?? filter.By ?? filter.About ?? ""));
            else if (rules.Exists(r => FilterMapping.IsSame(r, rule)))
                already++;
            else if (rules.Count >= FilterBook.MostInPlace)
                tooMany++;
            else
            {
                rules.Add(rule);
                open.Add((place, rule));
            }
        }

        if (tooMany > 0)
            problems.Add(new ImportProblem.TooManyFilters(tooMany));
        return plan with { Filters = open, Already = plan.Already + already };
    }

    private async Task<UnpackPlan> TopicsAsync(
        UnpackPlan plan,
        PackedPlace packed,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var there = (await topics.OfAsync(plan.Place, cancellation)).ToDictionary(
            t => Topic.KeyOf(t.Name),
            t => t.Rules.ToList()
        );
        var (open, already, tooMany) = (new List<(string Topic, FilterRule Rule)>(), 0, 0);
        foreach (var topic in (packed.Topics ?? []).OfType<PackedTopic>())
        {
            var name = Topic.TryReadName(topic.Name ?? "");
            var rule = topic.Takes is { } takes
                ? FilterMapping.Unpack(takes with { Effect = FilterMapping.Include, Name = null })
                : null;
            if (name is null || rule is null)
            {
                problems.Add(new ImportProblem.Topic(topic.Name ?? ""));
                continue;
            }

            var rules = there.GetValueOrDefault(Topic.KeyOf(name));
            if (rules?.Exists(r => FilterMapping.IsSame(r, rule)) == true)
                already++;
            else if (rules is null && there.Count >= TopicBook.MostInChat || rules?.Count >= TopicBook.MostRules)
                tooMany++;
            else
            {
                there[Topic.KeyOf(name)] = [.. rules ?? [], rule];
                open.Add((name, rule));
            }
        }

        if (tooMany > 0)
            problems.Add(new ImportProblem.TooManyTopics(tooMany));
        return plan with { Topics = open, Already = plan.Already + already };
    }

    private async Task<UnpackPlan> DigestsAsync(
        UnpackPlan plan,
        PackedPlace packed,
        Homes homes,
        List<ImportProblem> problems,
        CancellationToken cancellation
    )
    {
        var there = (await digests.OfChatAsync(plan.Place, cancellation)).Digests.ToList();
        var (changes, already, tooMany) = (new List<DigestChange>(), 0, 0);
        foreach (var digest in (packed.Digests ?? []).OfType<PackedDigest>())
        {
            if (homes.Of(digest.Channel) is not { } place)
                continue;
            var (schedule, problem) = DigestMapping.Unpack(digest, place);
            if (schedule is null)
            {
                problems.Add(problem!); // One or the other.
                continue;
            }

            var same = there.Find(d => d.Destination == schedule.Destination && d.IsCalled(schedule.Name));
            // What the operator plans, and what another line of the file has planned, is not planned anew.
            if (
                same is { IsConfigured: true }
                || (same is not null && DigestMapping.IsSame(same, schedule, digest.Paused))
                || changes.Exists(c =>
                    c.Schedule.Destination == schedule.Destination
                    && c.Schedule.Name.Equals(schedule.Name, StringComparison.OrdinalIgnoreCase)
                )
            )
                already++;
            else if (same is null && there.Count + changes.Count(c => c.Instead is null) >= DigestBook.MostInChat)
                tooMany++;
            else
                changes.Add(new DigestChange(schedule, digest.Paused, same));
        }

        if (tooMany > 0)
            problems.Add(new ImportProblem.TooManyDigests(tooMany));
        return plan with
        {
            Digests = changes,
            Already = plan.Already + already,
            ReplacesSomething = plan.ReplacesSomething || changes.Exists(c => c.Instead is not null),
        };
    }

    /// <summary>Told when it is planned, so that nobody waits for a digest in vain.</summary>
    private async Task<IReadOnlyList<ClosedPlace>> ClosedAsync(
        UnpackPlan plan,
        IChatPlatform? platform,
        CancellationToken cancellation
    )
    {
        var closed = new List<ClosedPlace>();
        foreach (var place in plan.Digests.Select(d => d.Schedule.Destination).Distinct())
        {
            if (platform is null || place == plan.Place)
                continue;
            if (await platform.CheckAccessAsync(place, cancellation) is { } why)
                closed.Add(
                    new ClosedPlace(
                        await platform.FindTitleAsync(place, cancellation)
                            ?? await places.TitleOfAsync(place, cancellation),
                        why
                    )
                );
        }

        return closed;
    }

    private static ListedFeed Listed(PackedFeed feed) =>
        new(feed.Title, feed.Url ?? "", null, feed.Folder) { IsFullText = feed.FullText };

    private static IEnumerable<string> Changed(PlaceSettings there, PlaceSettings then)
    {
        if (!Equals(there.Zone, then.Zone))
            yield return "zone";
        if (there.Language != then.Language)
            yield return "language";
        if (there.Size != then.Size)
            yield return "size";
        if (there.Quiet != then.Quiet)
            yield return "quiet";
    }
}
