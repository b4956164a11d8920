using System.Collections.ObjectModel;
using Bot.Core.Chat;

namespace Bot.Typesetting;

/// <summary>A whole answer as one text, before it is cut into pages.</summary>
/// <param name="Marks">By their start, the wider first.</param>
/// <param name="Seams">By their place.</param>
internal sealed record Galley(
    string Text,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<Seam> Seams,
    IReadOnlyList<ButtonSlip> Buttons
)
{
    /// <summary>Addresses of the web that stand in the text as they are, by their start: the platform makes links of them.</summary>
    public IReadOnlyList<(int Start, int End)> Addresses { get; init; } = [];

    /// <summary>By its number, what each item of a list is called.</summary>
    public IReadOnlyDictionary<int, string> Headlines { get; init; } = ReadOnlyDictionary<int, string>.Empty;
}

/// <summary>How words are shown. What has several is marked once for each.</summary>
[Flags]
internal enum Dress
{
    Plain = 0,
    Quote = 1,
    LongQuote = 2,
    Italic = 4,
    Bold = 8,
    Link = 16,
    Code = 32,

    /// <summary>A command of ours, left for the platform to find and readers to tap.</summary>
    Command = 64,

    /// <summary>Smaller letters, where there are any.</summary>
    Small = 128,
    Heading = 256,
}

/// <summary>A stretch of one dress.</summary>
/// <param name="Kind">One flag.</param>
/// <param name="Link">Where a link leads; null of all else.</param>
internal readonly record struct Mark(Dress Kind, int Start, int End, string? Link = null)
{
    public int Length => End - Start;
}

/// <summary>A place where a new line begins, and how well a page may begin there.</summary>
internal readonly record struct Seam(int Place, SeamStrength Strength);

/// <summary>The better the place for a cut, the higher.</summary>
internal enum SeamStrength
{
    /// <summary>What stands here belongs to what stands over it.</summary>
    Bound,
    Item,
    Block,
    Section,
}

/// <summary>Buttons, and what they hang on.</summary>
/// <param name="Place">Where the text ends that they stand under.</param>
/// <param name="Story">The number of the story that they go on with; null where they belong to the whole answer.</param>
internal sealed record ButtonSlip(int Place, IReadOnlyList<ReplyButton> Buttons, int? Story);
