namespace Bot.Core.Chat;

/// <summary>The commands in one language, as a platform offers them to whoever begins to type.</summary>
/// <param name="Language">Two letters; null for everyone whose language has no menu of its own.</param>
public sealed record CommandMenu(string? Language, IReadOnlyList<MenuLine> Lines);

/// <param name="Name">Without slash.</param>
/// <param name="IsForAdministrators">True where it is of use to people who manage a place, and not to its readers.</param>
public sealed record MenuLine(string Name, string Description, bool IsForAdministrators);
