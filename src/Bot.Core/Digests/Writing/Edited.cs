using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>What became of reading a story for a destination.</summary>
internal abstract record Edited
{
    /// <param name="Blocks">All of it but its number.</param>
    public sealed record Story(StoryCopy Copy, IReadOnlyList<ReplyBlock> Blocks) : Edited;

    /// <summary>It says nothing that the destination has not had.</summary>
    public sealed record Repeats : Edited;

    /// <summary>It cannot be shown to be the articles' own words, or is gone.</summary>
    public sealed record Untrue : Edited;
}
