using System.Collections.Frozen;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Summaries;

/// <summary>Tells a short English sentence from a label such as "The current flag of New Zealand."</summary>
internal static class Verbs
{
    private static readonly FrozenSet<string> Finite = """
        is are was were be has have had will would can could may might must shall should do does did isn't aren't wasn't weren't
        says said told tells won wins lost began came went took made got gave fell rose met left found saw set put ran held kept
        sent beat hit led paid shot stood spoke wrote thought became brought bought broke built chose cut feel felt grew knew know
        let wants want hopes hope plans plan need needs think thinks believe believes goes go gets get makes make takes take comes
        come remains remain seems seem faces face died dies lies sat sits won't don't doesn't didn't can't couldn't wouldn't
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

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
