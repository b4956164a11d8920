using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Core.Places;

namespace Bot.Core.Moving;

/// <summary>What taking a file would change in a chat. Made of the file and of what is there; taken once more, nothing.</summary>
/// <param name="Place">Where it is taken.</param>
public sealed record UnpackPlan(Destination Place)
{
    /// <summary>Another chat's: what belonged to its channels comes to <see cref="Place"/>.</summary>
    public bool IsFromElsewhere { get; init; }

    public IReadOnlyList<LayerChange> Settings { get; init; } = [];

    /// <summary>Null where they stay as they are.</summary>
    public IReadOnlyList<PlaceRole>? Roles { get; init; }

    public IReadOnlyList<FeedChange> Feeds { get; init; } = [];

    public IReadOnlyList<(Destination Place, FilterRule Rule)> Filters { get; init; } = [];

    /// <summary>What the chat's topics take besides, by their names.</summary>
    public IReadOnlyList<(string Topic, FilterRule Rule)> Topics { get; init; } = [];

    public IReadOnlyList<DigestChange> Digests { get; init; } = [];

    /// <summary>Where digests are planned and nothing can be posted yet.</summary>
    public IReadOnlyList<ClosedPlace> Closed { get; init; } = [];

    /// <summary>Feeds, filters, topics and digests that are there as the file has them, or under an address of the file's.</summary>
    public int Already { get; init; }

    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>Something that was set is set otherwise: what was is worth keeping.</summary>
    public bool ReplacesSomething { get; init; }

    public bool ChangesNothing =>
        Settings.Count == 0
        && Roles is null
        && Feeds.Count == 0
        && Filters.Count == 0
        && Topics.Count == 0
        && Digests.Count == 0;
}

/// <param name="Layer">A chat, or a place within it.</param>
/// <param name="Names">Which settings it is about: "zone", "size".</param>
public sealed record LayerChange(Destination Layer, PlaceSettings Settings, IReadOnlyList<string> Names);

public sealed record FeedChange(FollowOrder Order, bool IsPaused);

/// <param name="Instead">The one of that name that it takes the place of.</param>
public sealed record DigestChange(DigestSchedule Schedule, bool IsPaused, PlannedDigest? Instead);

/// <param name="Title">As people call it.</param>
/// <param name="Why">A reason, as platforms give it.</param>
public sealed record ClosedPlace(string Title, string Why);
