namespace Bot.Text.Tests.Fuzzing;

/// <summary>Cuts a text that fails down to one that still fails, and no longer would with any piece of it away.</summary>
internal static class SmallestCase
{
    /// <summary>Enough for a few thousand characters, and an end where each look takes long.</summary>
    private const int MostLooks = 3_000;

    public static string Of(string text, Func<string, bool> fails)
    {
        var looks = 0;
        for (var size = Math.Max(1, text.Length / 2); size >= 1; size /= 2)
        {
            for (var at = 0; at < text.Length && looks < MostLooks; )
            {
                var without = text.Remove(at, Math.Min(size, text.Length - at));
                looks++;
                if (fails(without))
                    text = without;
                else
                    at += size;
            }
        }

        return text;
    }
}
