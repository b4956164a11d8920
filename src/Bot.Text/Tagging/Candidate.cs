using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Text.Tagging;

/// <summary>A stretch of tokens that may be a name, with what its own words and its neighbours tell of its kind.</summary>
internal sealed class Candidate
{
    public required int Passage { get; init; }

    public required int First { get; init; }

    /// <summary>Index behind the last token.</summary>
    public required int End { get; init; }

    /// <summary>Where the title before it begins, <see cref="First"/> where it has none.</summary>
    public required int TitleFirst { get; init; }

    public KnownName? Known { get; init; }

    /// <summary>Folded words joined by blanks; the same for two occurrences of one name.</summary>
    public required string Key { get; init; }

    /// <summary>No capital in mid-sentence speaks for it here: it opens a sentence, or stands in a headline.</summary>
    public bool IsWeak { get; init; }

    public Evidence Evidence { get; set; }

    public EntityType? Type { get; set; }

    public bool HasTitle => TitleFirst < First;

    public int Length => End - First;

    public TextSpan SpanIn(NameText text) =>
        TextSpan.FromBounds(text.Tokens[First].Span.Start, text.Tokens[End - 1].Span.End);
}
