namespace Bot.Text.Stories;

internal enum TermKind : byte
{
    Word,
    Number,

    /// <summary>A number of one or two digits without a point, which any story may have.</summary>
    SmallNumber,

    /// <summary>A word of a person's, place's or organisation's name, or such a name as one.</summary>
    Name,
}

/// <summary>Something that an article says and that may tell its story from others.</summary>
/// <param name="IsInTitle">Whether the title has it.</param>
internal readonly record struct StoryTerm(uint Key, TermKind Kind, bool IsInTitle);
