using System.Collections.Frozen;

namespace Bot.Text.Sentences;

/// <summary>Verbs that follow a quotation and its speaker's name in the same sentence: "?" Trump asked.</summary>
internal static class AttributionVerbs
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = """
        said says asked asks added adds told tells wrote writes tweeted tweets replied replies shouted shouts cried cries yelled yells
        exclaimed exclaims declared declares continued continues remarked noted notes joked jokes quipped demanded insisted responded
        responds answered answers announced announces wondered wonders screamed posted boasted concluded recalled explained chanted
        argued commented stated inquired mused observed pleaded roared snapped warned urged
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
