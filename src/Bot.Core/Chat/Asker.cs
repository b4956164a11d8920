using System.Globalization;

namespace Bot.Core.Chat;

/// <summary>Who gave a command.</summary>
/// <param name="Id">The platform's own id of the person.</param>
public sealed record Asker(string Id, string Name, Standing Standing, CultureInfo Language);

/// <summary>What a person may do in the place where a command was given.</summary>
public enum Standing
{
    /// <summary>May look.</summary>
    Reader,

    /// <summary>May manage the place: the platform said so with the command, or it is the person's own.</summary>
    Administrator,

    /// <summary>Not known yet: <see cref="IChatPlatform.MayAdministerAsync"/> says, for a call of its own.</summary>
    ToBeAsked,
}
