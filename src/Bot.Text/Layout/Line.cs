using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>One line that is not blank.</summary>
/// <param name="Span">Without the white space at either end.</param>
/// <param name="Indent">How many blanks stand before it.</param>
/// <param name="IsAfterBlank">A blank line, or the text's beginning, stands before it.</param>
internal readonly record struct Line(TextSpan Span, int Indent, bool IsAfterBlank);
