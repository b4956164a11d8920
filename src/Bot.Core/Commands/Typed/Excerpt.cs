using System.Globalization;

namespace Bot.Core.Commands.Typed;

/// <summary>What someone typed, short enough to be said back.</summary>
internal static class Excerpt
{
    private const int MostLetters = 40;

    public static string Of(string typed)
    {
        var letters = new StringInfo(typed);
        return letters.LengthInTextElements <= MostLetters
            ? typed
            : letters.SubstringByTextElements(0, MostLetters) + "…";
    }
}
