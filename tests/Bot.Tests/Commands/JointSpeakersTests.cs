using System.Globalization;
using Bot.Core.Texts;
using Bot.Terminal;

namespace Bot.Tests.Commands;

/// <summary>What is answered where two said something together.</summary>
public sealed class JointSpeakersTests
{
    private const string Letter = """
        Tom Baker met Maria Lindqvist on Friday. “The bridge is a lasting shame,” Baker and Lindqvist wrote.

        The council read their letter on Monday. It will answer in May, and nobody there has said more.
        """;

    [Fact]
    public async Task Both_are_named_above_it_and_neither_is_unknown()
    {
        var text = await AskAsync("/quotes");

        Assert.Contains("1 quotation, 2 people", text, StringComparison.Ordinal);
        Assert.Contains("Baker and Lindqvist\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not named", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quotes by:baker")]
    [InlineData("/quotes by:lindqvist")]
    [InlineData("/who baker")]
    public async Task It_is_found_by_either(string command) =>
        Assert.Contains("lasting shame", await AskAsync(command), StringComparison.Ordinal);

    private static async Task<string> AskAsync(string command)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(Letter, "Two write about the bridge");
        return TerminalRenderer
            .ToText(
                await newsroom.AskAsync(command),
                TerminalDress.Piped,
                newsroom.Get<Phrasebook>().In(CultureInfo.GetCultureInfo("en"))
            )
            .ReplaceLineEndings("\n");
    }
}
