using Bot.Text.Spans;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Words that say what a person is: "Russian foreign minister", "former head of the agency".</summary>
/// <param name="First">Index of its first token, behind the article.</param>
/// <param name="Head">Index of the noun that it turns on: "minister".</param>
/// <param name="End">Index behind its last token.</param>
/// <param name="Country">The country that its words name, null where they name none.</param>
internal readonly record struct PersonPhrase(int First, int Head, int End, string? Country)
{
    public TextSpan SpanIn(NameText text) =>
        TextSpan.FromBounds(text.Tokens[First].Span.Start, text.Tokens[End - 1].Span.End);
}
