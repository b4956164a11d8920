using System.Globalization;

namespace Bot.Core.Chat;

/// <summary>Who gave a command.</summary>
/// <param name="Id">The platform's own id of the person.</param>
public sealed record Asker(string Id, string Name, Standing Standing, CultureInfo Language)
{
    /// <summary>The platform's ids of the roles that the person has in the place; empty where it has none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>What a person may do in the place where a command was given.</summary>
public enum Standing
{
    /// <summary>May look, and what the place lets the person's roles do.</summary>
    Reader,

    /// <summary>May manage the place: the platform said so with the command, or it is the person's own.</summary>
    Administrator,

    /// <summary>Not known yet: <see cref="IChatPlatform.MayAdministerAsync"/> says, for a call of its own.</summary>
    ToBeAsked,
}
