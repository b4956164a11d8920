using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Feeds.Following;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What somebody asks about when and how a digest of a place is to come.</summary>
internal sealed record DigestAsk(CommandCall Call, PlaceMeant Meant, Edition Edition)
{
    /// <summary>The digest that is to be another; null where one is planned.</summary>
    public PlannedDigest? Edited { get; init; }

    /// <summary>Where it is told, or is to be: from the terminal, a digest of another place is meant too.</summary>
    public Destination Place => Edited?.Destination ?? Meant.Place;

    /// <summary>True where "here" stands for a name: what is planned at the place is meant.</summary>
    public bool IsHere => Said("name") is { } typed && PlaceFinder.IsHere(typed, Edition);

    /// <summary>Which digest is meant, as it was typed; null for none.</summary>
    public string? Which => IsHere ? null : Said("name");

    /// <summary>The name that a new one was given; null for none.</summary>
    public string? Name => IsHere ? null : NameIn("name");

    public string? NewName => NameIn("rename");

    /// <summary>"every monday" says on which days, and nothing of how often.</summary>
    public string? Every => DaysIn(Said("every")) is null ? Said("every") : null;

    public string? Days => Said("days") ?? DaysIn(Said("every"))?.ToString();

    public string? Said(string option) => Call.Option(option);

    /// <summary>The options that make a plan, as they were given.</summary>
    public string Given =>
        string.Concat(
            DigestWishes
                .Planning.Append("rename")
                .Where(o => Said(o) is not null)
                .Select(o => $" {o}:{TypedWord.Marked(Said(o)!)}") // Those without were left out.
        );

    /// <summary>What was typed, with one option right, or left out where its value is null.</summary>
    public CommandHint Example(string option, string? value)
    {
        var words = DigestWishes
            .Planning.Select(o => (Option: o, Value: o == option ? value : Said(o)))
            .Where(o => o.Value is not null)
            .Select(o => $" {o.Option}:{o.Value}");
        var name = Edited?.Name ?? Name;
        return new CommandHint(
            $"/digest {(Edited is null ? "add" : "edit")}{string.Concat(words)}{(name is null ? "" : $" name:\"{name}\"")}{PlaceMeant.Option(Place, Meant.Asked)}"
        );
    }

    private static DigestDays? DaysIn(string? every) =>
        every is null ? null : DigestDays.TryParse(every) ?? DigestDays.TryParse($"every {every}");

    /// <summary>Whole: one that is too long is refused, not cut.</summary>
    private string? NameIn(string option) =>
        GivenName.Of(Said(option), int.MaxValue) is { Length: > 0 } name ? name : null;
}
