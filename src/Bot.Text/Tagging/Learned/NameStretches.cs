using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>Tokens from <paramref name="First"/> to behind the last, in one passage.</summary>
internal readonly record struct TokenStretch(int First, int End);

/// <summary>Cuts out of a passage the stretches that may hold a name: the tokens within two of a capital.</summary>
internal static class NameStretches
{
    private const int Reach = 2;

    public static IEnumerable<TokenStretch> Of(NameSheet sheet, Passage passage)
    {
        var (first, end) = (-1, -1);
        for (var i = passage.First; i < passage.End; i++)
        {
            if (!sheet[i].IsCapital)
                continue;
            if (first >= 0 && i - Reach > end)
            {
                yield return new TokenStretch(first, end);
                first = -1;
            }

            if (first < 0)
                first = Math.Max(passage.First, i - Reach);
            end = Math.Min(passage.End, i + Reach + 1);
        }

        if (first >= 0)
            yield return new TokenStretch(first, end);
    }
}
