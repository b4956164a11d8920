namespace Bot.Core.Chat;

/// <summary>A role whose members may administer a chat.</summary>
/// <param name="Id">The platform's.</param>
/// <param name="Name">As it was when it was chosen.</param>
public sealed record PlaceRole(string Id, string Name);
