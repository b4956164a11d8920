namespace Bot.Text.Tagging;

/// <summary>Letters behind a name that tell what its bearer has been given: "Simon Frayne KC", "Ann Roth MP".</summary>
internal static class Honours
{
    public static bool AreIn(string word) =>
        word is "KC" or "QC" or "SC" or "MP" or "MEP" or "MSP" or "OBE" or "MBE" or "CBE" or "FRS";

    /// <summary>Those that stand between commas: "Evan Hadley, M.D., director of".</summary>
    public static bool AreDegrees(string word) =>
        word is "M.D." or "MD" or "Ph.D." or "PhD" or "J.D." or "R.N." or "M.P.H.";
}
