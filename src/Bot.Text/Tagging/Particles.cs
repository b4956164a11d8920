using System.Collections.Frozen;
using Bot.Text.Words;

namespace Bot.Text.Tagging;

/// <summary>The small words that belong to the surname behind them: "van", "de", "bin".</summary>
internal static class Particles
{
    private static readonly FrozenSet<string> Small = WordSet.Of(
        "van von de der den di da del della dos das du la las los bin ibn al el ul ter zu"
    );

    /// <summary>Those with a capital ("Von der Leyen") are few, so that no word in front is taken for one.</summary>
    private static readonly FrozenSet<string> Capital = WordSet.Of("Van Von De Di Da Del Bin Ibn");

    /// <summary>Whether a word in front of a surname is a part of it.</summary>
    public static bool StandBefore(string word) => Small.Contains(word) || Capital.Contains(word);

    /// <summary>Whether a word between a given name and a surname ties them; "ten" is a number elsewhere.</summary>
    public static bool StandBetween(string word) => Small.Contains(word) || word == "ten";
}
