namespace Bot.Text.Training.Stories;

/// <summary>B-cubed figures of a clustering, in percent (Bagga and Baldwin 1998).</summary>
internal readonly record struct BCubed(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="pairs">For each article, its true story and the one that was found.</param>
    public static BCubed Of(IReadOnlyList<(string True, int Found)> pairs)
    {
        var both = pairs.CountBy(p => p).ToDictionary();
        var trues = pairs.CountBy(p => p.True).ToDictionary();
        var founds = pairs.CountBy(p => p.Found).ToDictionary();
        return new BCubed(
            100 * pairs.Average(p => (double)both[p] / founds[p.Found]),
            100 * pairs.Average(p => (double)both[p] / trues[p.True])
        );
    }
}
