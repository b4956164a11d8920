using Bot.Text.Marks;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.References;

/// <summary>Which tokens stand between quotation marks: "I" and "he" are other people there.</summary>
internal static class QuotedTokens
{
    public static bool[] Read(NameText text, IReadOnlyList<MarkedStretch> stretches)
    {
        var quoted = new bool[text.Tokens.Count];
        var i = 0;
        foreach (var stretch in stretches.Where(s => s.Depth == 0).OrderBy(s => s.Inner.Start))
        {
            while (i < quoted.Length && text.Tokens[i].Span.Start < stretch.Inner.Start)
                i++;
            for (; i < quoted.Length && text.Tokens[i].Span.Start < stretch.Inner.End; i++)
                quoted[i] = true;
        }

        return quoted;
    }
}
