using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>A digest as it would be posted.</summary>
/// <param name="Parts">Messages, in order.</param>
/// <param name="Consumes">What it tells, each with its one-based part, and what tells nothing beyond it.</param>
/// <param name="Left">How many stories more are owed.</param>
public sealed record DigestDraft(
    IReadOnlyList<Reply> Parts,
    IReadOnlyList<(OwedArticle Article, int Part)> Consumes,
    int Left
)
{
    /// <summary>As in <see cref="Post.Thread"/>.</summary>
    public string? Thread { get; init; }

    /// <summary>True where nothing of it is to be told, though it may consume what only repeats.</summary>
    public bool IsEmpty => Parts.Count == 0;
}
