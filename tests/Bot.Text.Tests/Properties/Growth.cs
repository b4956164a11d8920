namespace Bot.Text.Tests.Properties;

/// <summary>
/// The work that a text takes grows with its length and no faster. What is allocated is counted, which no other program on the
/// machine disturbs; work that allocates nothing shows in <see cref="LargeTexts"/>.
/// </summary>
public sealed class Growth
{
    /// <summary>Characters of the shortest text of a kind.</summary>
    private const int Shortest = 8_000;

    /// <summary>Eight times the text may take this much more than eight times the work: tables double, lists are sorted.</summary>
    private const double MostOverhead = 1.6;

    public static TheoryData<string> Kinds => [.. HostileKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Eight_times_the_text_takes_eight_times_the_work(string kind)
    {
        // What is remembered of words counts once, and not for the first text.
        WorkOf(HostileKinds.Write(kind, 8 * Shortest));

        var work = new[] { 1, 2, 4, 8 }.Select(times => WorkOf(HostileKinds.Write(kind, times * Shortest))).ToArray();

        Assert.True(work[3] <= 8 * MostOverhead * work[0], $"bytes for 1, 2, 4, 8 times: {string.Join(", ", work)}");
    }

    private static long WorkOf(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        TextAnalyzer.Analyze(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
