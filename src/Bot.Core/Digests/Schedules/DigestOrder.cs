using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Places;

namespace Bot.Core.Digests.Schedules;

/// <summary>What is to be written for whom.</summary>
/// <param name="Name">Stands over it.</param>
/// <param name="Zone">In whose time it speaks.</param>
public sealed record DigestOrder(string Name, Destination Destination, TimeZoneInfo Zone, ReadingSize Size)
{
    /// <summary>In which language what is ours in it is said; null for the place's.</summary>
    public CultureInfo? Language { get; init; }

    /// <summary>True where all but its first message go to a thread under it.</summary>
    public bool IsThreaded { get; init; }

    public DigestScope Scope { get; init; } = DigestScope.All;
}
