using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>Tells a short English sentence from a label such as "The current flag of New Zealand."</summary>
internal static class Verbs
{
    private static readonly FrozenSet<string> Finite = Language
        .House.Words("finite verbs")
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsAnyIn(string text, TextSpan sentence)
    {
        foreach (var word in WordReader.Read(text, sentence))
        {
            if (word.Kind == WordKind.Ending)
                continue;
            var folded = word.Span.Of(text).ToLowerInvariant().Replace('’', '\'');
            if (Finite.Contains(folded) || folded.EndsWith("ed", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
