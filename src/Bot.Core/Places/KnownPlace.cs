using Bot.Core.Chat;

namespace Bot.Core.Places;

/// <summary>What the desk knows of a chat, or of a place within it by itself.</summary>
/// <param name="Title">As people there call it; empty where nobody said.</param>
/// <param name="Kind">Null where nobody said.</param>
/// <param name="Settings">What is set for it, and for nothing around it.</param>
/// <param name="Owner">Where the person who let us in can be told in private.</param>
public sealed record KnownPlace(
    Destination Place,
    string Title,
    PlaceKind? Kind,
    PlaceSettings Settings,
    Destination? Owner,
    string OwnerName
)
{
    /// <summary>The zone that is chosen and that this machine does not know; null where it knows it.</summary>
    public string? StrandedZone { get; init; }

    /// <summary>Empty where it would be a person's name.</summary>
    public string PublicTitle => Kind == PlaceKind.Private ? "" : Title;

    /// <summary>Whose members may administer it besides those of whom the platform says so; of a whole chat alone.</summary>
    public IReadOnlyList<PlaceRole> Roles { get; init; } = [];
}
