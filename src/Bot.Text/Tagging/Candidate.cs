using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Spans;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>A stretch of tokens that names somebody or something, before it is known which names are the same one's.</summary>
/// <param name="End">Index behind the last token.</param>
/// <param name="TitleFirst">Where the title before it begins, <paramref name="First"/> where it has none.</param>
/// <param name="Key">Folded words joined by blanks; the same for two occurrences of one name.</param>
/// <param name="Known">What the lists know of a name of this kind.</param>
internal sealed record Candidate(
    int Passage,
    int First,
    int End,
    int TitleFirst,
    string Key,
    EntityType Type,
    KnownName? Known
)
{
    public bool HasTitle => TitleFirst < First;

    public int Length => End - First;

    public TextSpan SpanIn(NameText text) =>
        TextSpan.FromBounds(text.Tokens[First].Span.Start, text.Tokens[End - 1].Span.End);
}
