using Bot.Text.Languages;

namespace Bot.Text.Training.Languages;

/// <summary>
/// Counts how often each language of a script has each run of letters (naive Bayes, as in Cavnar and Trenkle 1994 and
/// Lui and Baldwin 2012), and keeps the runs that tell most.
/// </summary>
internal sealed class GramCounter(string script, IReadOnlyList<string> languages, int mostGrams)
{
    /// <summary>Added to each count of a million: what is met so seldom may be a foreign name.</summary>
    private const double Smoothing = 1;

    private const double Million = 1_000_000;

    /// <param name="texts">A text for each of the languages, in their order; the first holds all others.</param>
    public LanguageModel Count(IReadOnlyList<string> texts)
    {
        var shares = texts.Select(SharesOf).ToList();
        int[] slots =
        [
            .. Enumerable
                .Range(0, 1 << LetterGrams.Bits)
                .Select(slot => (Slot: slot, Worth: Worth(shares, slot)))
                .Where(g => g.Worth > 0)
                .OrderByDescending(g => g.Worth)
                .Take(mostGrams)
                .Select(g => g.Slot)
                .Order(),
        ];
        foreach (var share in shares)
            ScaleToKept(share, slots);
        var rows = slots.SelectMany(slot => shares.Select(s => Units(s[slot]))).ToArray();
        return new LanguageModel(script, languages, slots, rows);
    }

    /// <summary>Occurrences of each run in a million.</summary>
    private float[] SharesOf(string text)
    {
        var counts = new float[1 << LetterGrams.Bits];
        var all = 0;
        var grams = new LetterGrams(text, script);
        Span<int> slots = stackalloc int[LetterGrams.MostAtOnce];
        while (grams.Next(slots) is var count and > 0)
        {
            all += count;
            foreach (var slot in slots[..count])
                counts[slot]++;
        }

        for (var i = 0; i < counts.Length; i++)
            counts[i] *= (float)(Million / Math.Max(1, all));
        return counts;
    }

    /// <summary>What was left out counts for nobody: else the language that lost least by it would always be ahead.</summary>
    private static void ScaleToKept(float[] shares, int[] slots)
    {
        var kept = slots.Sum(slot => (double)shares[slot]);
        for (var i = 0; kept > 0 && i < shares.Length; i++)
            shares[i] *= (float)(Million / kept);
    }

    /// <summary>How much a run tells of the language that it stands in: its part of the mutual information.</summary>
    private static double Worth(List<float[]> shares, int slot)
    {
        var mean = shares.Average(s => s[slot] + Smoothing);
        return shares.Sum(s => (s[slot] + Smoothing) * Math.Log((s[slot] + Smoothing) / mean));
    }

    private static byte Units(float share) =>
        (byte)Math.Min(byte.MaxValue, Math.Round(Math.Log((share + Smoothing) / Smoothing) / LanguageModel.Step));
}
