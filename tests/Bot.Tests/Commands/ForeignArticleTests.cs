using System.Globalization;
using Bot.Core.Texts;
using Bot.Terminal;

namespace Bot.Tests.Commands;

/// <summary>What is answered of an article in a language that is not read in full.</summary>
public sealed class ForeignArticleTests
{
    private const string French = """
        « Nous ne reculerons pas », a déclaré Jean Dupont mardi à Paris. Le gouvernement prépare une réforme depuis janvier.

        Les syndicats appellent à une grève la semaine prochaine. Le ministre a ensuite quitté la salle sans répondre aux questions.
        """;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("/summary")]
    [InlineData("/quotes")]
    [InlineData("/quotes by:Dupont")]
    [InlineData("/who")]
    public async Task The_answer_says_what_is_not_read(string command)
    {
        var text = await AskAsync(command);

        Assert.Contains("This article is in French:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 person", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_is_shown_and_nobody_is_guessed()
    {
        var text = await AskAsync("/quotes");

        Assert.Contains("Nous ne reculerons pas", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jean Dupont\n", text, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(string command)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(French, "Réforme : le gouvernement ne recule pas");
        var text = TerminalRenderer.ToText(
            await newsroom.AskAsync(command),
            TerminalDress.Piped,
            newsroom.Get<Phrasebook>().In(English)
        );
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ReplaceLineEndings("\n");
    }
}
