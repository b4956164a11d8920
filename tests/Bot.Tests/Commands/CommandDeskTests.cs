using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Places;
using Bot.Core.Proof;
using Bot.Core.Texts;
using Bot.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Commands;

public sealed class CommandDeskTests
{
    [Fact]
    public async Task A_command_that_breaks_tells_the_asker_a_code_and_the_log_the_cause()
    {
        await using var newsroom = await Newsroom.OpenAsync(s =>
            s.AddSingleton<ICommand>(new Planted(_ => throw new InvalidOperationException("the press is jammed")))
        );

        var answer = Words(await newsroom.AskAsync("/planted"));

        var code = Regex
            .Match(answer, @"\((?<code>[0-9a-f]{6})\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Groups["code"]
            .Value;
        Assert.NotEmpty(code);
        Assert.DoesNotContain("jammed", answer, StringComparison.Ordinal);
        Assert.Contains(
            newsroom.Log.Entries,
            e => e.Contains(code, StringComparison.Ordinal) && e.Contains("jammed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_command_that_a_platform_still_offers_and_that_is_no_more_is_told_as_unknown()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var call = new CommandCall(
            "sumary",
            new Dictionary<string, string>(StringComparer.Ordinal),
            "",
            Newsroom.Reader,
            Destination.Terminal
        );

        var answer = Words(await newsroom.Get<CommandDesk>().AnswerAsync(call, TestContext.Current.CancellationToken));

        Assert.Contains("Did you mean /summary", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The barn stood.", 0, 15, false)]
    [InlineData("The  barn\nburned.", 0, 16, true)]
    [InlineData("The barn burned.", 1, 16, false)]
    [InlineData("The barn burned.", 0, 160, false)]
    [InlineData("The barn burned.", -1, 16, false)]
    public async Task What_claims_to_be_the_articles_and_is_not_is_kept_back(
        string claimed,
        int start,
        int length,
        bool isTrue
    )
    {
        await using var newsroom = await Newsroom.OpenAsync(s =>
            s.AddSingleton<ICommand>(new Planted(_ => Reply.Of([new Verbatim(claimed, new Passage(1, start, length))])))
        );
        await newsroom.AddAsync("The barn burned. It was old.");

        var answer = Words(await newsroom.AskAsync("/planted"));

        Assert.Equal(isTrue, !answer.Contains("did not match word for word", StringComparison.Ordinal));
        Assert.Equal(isTrue, !newsroom.Log.Entries.Any(e => e.Contains("was withheld", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_administrators_command_is_refused_to_others()
    {
        await using var newsroom = await Newsroom.OpenAsync(s =>
            s.AddSingleton<ICommand>(new Planted(_ => Reply.Of([new Plain("done")]), isForAdministrators: true))
        );

        Assert.Contains(
            "Only people who may manage",
            Words(await newsroom.AskAsync("/planted")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "done",
            Words(await newsroom.AskAsync("/planted", Newsroom.Reader with { Standing = Standing.Administrator })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_would_steer_a_terminal_reaches_no_terminal()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(
            "The \e[31mbarn\e[0m \u009b31mburned\a\b. \u202eIt was old\u202c. @everyone saw it.",
            "A \e]8;;https://evil.example\aheadline"
        );

        foreach (var line in new[] { "/read", "/latest", "/summary", "/\e[31mfoo \u202e", "/who \e[2J" })
        {
            var shown = TerminalRenderer.ToText(
                await newsroom.AskAsync(line),
                TerminalDress.Piped,
                newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language)
            );

            Assert.DoesNotContain(shown, c => char.IsControl(c) && c != '\n' || c is '\u202e' or '\u202c');
        }
    }

    [Fact]
    public async Task An_article_of_a_thousand_quotations_is_answered_in_a_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(
            "Ann Miller said on Monday. "
                + string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"\"Word {i} here,\" Miller said."))
        );

        foreach (var line in new[] { "/quotes", "/quotes about:word", "/who miller", "/summary long" })
            Assert.InRange(Words(await newsroom.AskAsync(line)).Length, 1, 12_000);
    }

    [Fact]
    public async Task Quotations_by_someone_whom_the_newest_article_does_not_name_are_looked_for_in_the_older()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync("Mayor Anna Berg spoke on Monday. \"The bridge stands,\" Berg said.", "The bridge");
        await newsroom.AddAsync("The harbour was quiet. No ship came in.", "The harbour", published: "2025-12-30");
        await newsroom.ReadAllAsync();

        var unchosen = Words(await newsroom.AskAsync("/quotes by:berg"));
        var chosen = Words(await newsroom.AskAsync("/quotes latest by:berg"));

        Assert.Contains("The bridge stands", unchosen, StringComparison.Ordinal);
        Assert.DoesNotContain("The bridge stands", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_more_than_2000_characters_is_not_read()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Contains(
            "2,000 characters",
            Words(await newsroom.AskAsync($"/search {new string('x', 2000)}")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/quotes by:putin", "by=putin")]
    [InlineData("/quotes --by putin", "by=putin")]
    [InlineData("/quotes --by=putin 2", "article=2;by=putin")]
    [InlineData("/quotes by:\"vladimir putin\" about:peace", "about=peace;by=vladimir putin")]
    [InlineData("/quotes by putin about peace", "about=peace;by=putin")]
    [InlineData("/quotes peace talks by: putin", "article=peace talks;by=putin")]
    [InlineData("quotes 2 by vladimir putin", "article=2;by=vladimir putin")]
    [InlineData("/QUOTES@byline_bot latest", "article=latest")]
    [InlineData("/summary 2 long", "article=2;length=long")]
    [InlineData("/summary long", "length=long")]
    [InlineData("/summary the long march", "article=the long march")]
    [InlineData("/who is putin?", "name=putin")]
    [InlineData("/who putin in 2", "article=2;name=putin")]
    [InlineData("/latest 2", "page=2")]
    [InlineData("/search peace deal page:2", "page=2;words=peace deal")]
    [InlineData("/search https://example.org:80/a", "words=https://example.org:80/a")]
    public async Task Options_are_read_however_they_are_typed(string line, string options)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var descriptions = newsroom.Get<CommandCatalog>().Descriptions.Where(d => d.Name != "help");
        var catalog = new CommandCatalog(
            descriptions.Select(d => new Planted(Options) { Description = d }),
            newsroom.Get<Phrasebook>()
        );
        var desk = new CommandDesk(
            catalog,
            newsroom.Get<Rights>(),
            newsroom.Get<Proofreader>(),
            newsroom.Get<Phrasebook>(),
            newsroom.Get<PlaceBook>(),
            NullLogger<CommandDesk>.Instance
        );

        var answer = await desk.AnswerAsync(
            line,
            Newsroom.Reader,
            Newsroom.Place,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(options, Words(answer).TrimEnd());
    }

    private static Reply Options(CommandCall call) =>
        Reply.Of([
            new Plain(
                string.Join(
                    ';',
                    call.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}={o.Value}")
                )
            ),
        ]);

    private static string Words(Reply reply) =>
        TerminalRenderer.ToText(
            reply,
            new TerminalDress(1000, false, false),
            new Phrasebook().In(Newsroom.Reader.Language)
        );

    private sealed class Planted(Func<CommandCall, Reply> answer, bool isForAdministrators = false) : ICommand
    {
        public CommandDescription Description { get; init; } =
            new("planted", "help.description", "/planted", [], isForAdministrators);

        public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
            Task.FromResult(answer(call));
    }
}
