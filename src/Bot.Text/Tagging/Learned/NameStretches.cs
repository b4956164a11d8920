namespace Bot.Text.Tagging.Learned;

/// <summary>Tokens from <paramref name="First"/> to behind the last, in one passage.</summary>
internal readonly record struct TokenStretch(int Passage, int First, int End);

/// <summary>Cuts out of a passage the stretches that may hold a name: the tokens within two of a capital.</summary>
internal static class NameStretches
{
    private const int Reach = 2;

    public static List<TokenStretch> Of(NameSheet sheet)
    {
        var stretches = new List<TokenStretch>();
        for (var p = 0; p < sheet.Text.Passages.Count; p++)
            Add(sheet, p, stretches);
        return stretches;
    }

    private static void Add(NameSheet sheet, int index, List<TokenStretch> stretches)
    {
        var passage = sheet.Text.Passages[index];
        var (first, end) = (-1, -1);
        for (var i = passage.First; i < passage.End; i++)
        {
            if (!sheet[i].IsCapital)
                continue;
            if (first >= 0 && i - Reach > end)
            {
                stretches.Add(new TokenStretch(index, first, end));
                first = -1;
            }

            if (first < 0)
                first = Math.Max(passage.First, i - Reach);
            end = Math.Min(passage.End, i + Reach + 1);
        }

        if (first >= 0)
            stretches.Add(new TokenStretch(index, first, end));
    }
}
