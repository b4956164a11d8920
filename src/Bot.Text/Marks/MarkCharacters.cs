using System.Buffers;

namespace Bot.Text.Marks;

/// <summary>The characters that writers set around speech.</summary>
public static class MarkCharacters
{
    internal static readonly SearchValues<char> All = SearchValues.Create("\"“”„‟＂'‘’‚‛`«»‹›「」『』");

    /// <summary>True of any quotation mark, an apostrophe among them.</summary>
    public static bool IsMark(char c) => All.Contains(c);
}
