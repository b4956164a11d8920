namespace Bot.Core.Commands;

/// <summary>Where in a text something stands, as a row of bars.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int Stretches = 12;

    /// <param name="length">The text's; its stretches are as long as each other.</param>
    public static string Of(IEnumerable<int> positions, int length)
    {
        Span<int> counts = stackalloc int[Stretches];
        foreach (var position in positions)
            counts[(int)Math.Min(Stretches - 1, (long)position * Stretches / Math.Max(1, length))]++;
        var most = 1;
        foreach (var count in counts)
            most = Math.Max(most, count);
        Span<char> line = stackalloc char[Stretches];
        for (var i = 0; i < Stretches; i++)
            line[i] = Bars[counts[i] == 0 ? 0 : Math.Max(1, counts[i] * (Bars.Length - 1) / most)];
        return line.ToString();
    }
}
