namespace Bot.Core.Feeds.Items;

/// <summary>What a visit brought.</summary>
/// <param name="New">Items that the feed had never shown.</param>
/// <param name="Changed">Items that say something else than before.</param>
/// <param name="Held">Of the new ones, those that came in place of all others and are not told of.</param>
public sealed record IntakeReport(int New, int Changed, int Held)
{
    internal static IntakeReport Of(IReadOnlyList<TakenItem> plan) =>
        new(
            plan.Count(p => p.IsNew),
            plan.Count(p => p is { IsNew: false, IsChanged: true }),
            plan.Count(p => p is { IsNew: true, Fate: ItemFate.Held })
        );
}
