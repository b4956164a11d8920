using Bot.Text.Spans;

namespace Bot.Text.Tagging.Tokens;

internal enum TokenKind
{
    Word,

    /// <summary>The ending of "Trump's" and of "Democrats'", apart from its word.</summary>
    Possessive,
    Number,
    Mark,
}

/// <summary>A word as names need it: without its possessive ending, with an abbreviation's dots.</summary>
internal readonly record struct NameToken(TextSpan Span, TokenKind Kind, WordForm Form)
{
    public bool Is(char mark) => Kind == TokenKind.Mark && Form.Text[0] == mark;

    public bool IsWord => Kind == TokenKind.Word;
}
