using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;

namespace Bot.Core.Digests;

/// <summary>The digests that there are.</summary>
public sealed class DigestBook(IReadOnlyList<DigestSchedule> schedules)
{
    public IReadOnlyList<DigestSchedule> All => schedules;

    public DigestSchedule? Find(string name) =>
        schedules.FirstOrDefault(s => s.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What people at a place may see and set off: the digests of that place; at the terminal, where the operator sits,
    /// every one.
    /// </summary>
    public IReadOnlyList<DigestSchedule> SeenFrom(Destination place) =>
        place == Destination.Terminal ? schedules : [.. schedules.Where(s => s.Destination == place)];
}
