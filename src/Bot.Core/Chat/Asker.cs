using System.Globalization;

namespace Bot.Core.Chat;

/// <summary>Who gave a command.</summary>
/// <param name="Id">The platform's own id of the person.</param>
/// <param name="MayAdminister">True where the platform says that this person may manage the place.</param>
public sealed record Asker(string Id, string Name, bool MayAdminister, CultureInfo Language);
