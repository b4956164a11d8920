using Bot.Core.Digests.Schedules;
using Bot.Core.Filters;
using Bot.Core.Topics;

namespace Bot.Core.Digests.Covers;

/// <summary>What is wanted of all that a place is owed.</summary>
/// <param name="Scope">Of the one digest that is made.</param>
/// <param name="Rules">The place's filters.</param>
/// <param name="Topics">Those of its chat.</param>
internal sealed record PlaceWishes(DigestScope Scope, IReadOnlyList<FilterRule> Rules, IReadOnlyList<Topic> Topics)
{
    /// <summary>Of the topics that the digest names, as far as there are such; what none of them fits is not in it.</summary>
    public IReadOnlyList<FilterRule> RulesOfScope =>
        [.. Topics.Where(t => Scope.Topics.Any(t.IsCalled)).SelectMany(t => t.Rules)];
}
