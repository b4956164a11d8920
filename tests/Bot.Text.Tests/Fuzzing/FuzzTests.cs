using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Bot.Text.Tests.Fuzzing;

/// <summary>
/// Texts without end, each from its own number: BYLINE_FUZZ_SECONDS=60 looks at new ones for a minute, BYLINE_FUZZ_FIRST=N goes
/// on from the N-th, as a failure names it. Without either a fixed few are looked at, the same each time.
/// </summary>
public sealed class FuzzTests
{
    private const int Few = 60;

    [Fact]
    public void Whatever_the_text_its_analysis_is_sound()
    {
        var seconds = Number("BYLINE_FUZZ_SECONDS");
        var first = Number("BYLINE_FUZZ_FIRST") ?? 0;
        var clock = Stopwatch.StartNew();
        var n = first;
        for (; seconds is { } most ? clock.Elapsed.TotalSeconds < most : n < first + Few; n++)
            AssertSound(n);
        TestContext.Current.SendDiagnosticMessage("texts looked at: {0}, the next is {1}", n - first, n);
    }

    [Fact]
    public void A_failing_text_is_cut_down_to_what_makes_it_fail() =>
        Assert.Equal(
            "“x”",
            SmallestCase.Of("He said: “It is x there”, and left.", t => t.Contains('x') && Marks(t) == 2)
        );

    [Fact]
    public void The_same_number_makes_the_same_text() =>
        Assert.Equal(new TextMutator(new Random(3)).Next(), new TextMutator(new Random(3)).Next());

    private static void AssertSound(int number)
    {
        var text = new TextMutator(new Random(number)).Next();
        if (Faults.Find(text) is not { } fault)
            return;
        var least = SmallestCase.Of(text, t => Faults.Find(t) is not null);
        Assert.Fail(
            $"BYLINE_FUZZ_FIRST={number}: {fault}\nof {JsonSerializer.Serialize(least)} ({Faults.Find(least) ?? "not always"})"
        );
    }

    private static int Marks(string text) => text.Count(c => c is '“' or '”');

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
