using Bot.Terminal.Prompt;
using static Bot.Tests.Terminal.PlayedScreen;

namespace Bot.Tests.Terminal;

public sealed class LineEditorTests
{
    private static readonly ConsoleKeyInfo Enter = new('\r', ConsoleKey.Enter, false, false, false);

    [Fact]
    public async Task A_line_is_mended_in_its_middle_and_read_whole()
    {
        var line = await ReadAsync([
            .. Typed("/qotes"),
            Key(ConsoleKey.Home),
            Key(ConsoleKey.RightArrow),
            Key(ConsoleKey.RightArrow),
            .. Typed("u"),
            Enter,
        ]);

        Assert.Equal("/quotes", line);
    }

    [Fact]
    public async Task Backspace_takes_a_letter_as_the_reader_sees_it()
    {
        var line = await ReadAsync([
            .. Typed("e\u0301"),
            .. Typed("👩‍👧x"),
            Key(ConsoleKey.Backspace),
            Key(ConsoleKey.Backspace),
            Enter,
        ]);

        Assert.Equal("e\u0301", line);
    }

    [Fact]
    public async Task Arrow_up_brings_back_the_line_before_and_arrow_down_the_one_being_typed()
    {
        var history = new LineHistory(null);
        history.Add("/latest");
        history.Add("/who putin");

        Assert.Equal("/latest", await ReadAsync([Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow), Enter], history));
        Assert.Equal(
            "/re",
            await ReadAsync([.. Typed("/re"), Key(ConsoleKey.UpArrow), Key(ConsoleKey.DownArrow), Enter], history)
        );
    }

    [Fact]
    public async Task Control_C_clears_a_line_and_ends_on_an_empty_one()
    {
        Assert.Equal(
            "/who",
            await ReadAsync([.. Typed("/rea"), Key(ConsoleKey.C, control: true), .. Typed("/who"), Enter])
        );
        Assert.Null(
            await ReadAsync([
                .. Typed("/rea"),
                Key(ConsoleKey.C, control: true),
                Key(ConsoleKey.C, control: true),
                .. Typed("/who"),
                Enter,
            ])
        );
    }

    [Fact]
    public async Task Control_D_ends_on_an_empty_line_alone()
    {
        Assert.Equal("/who", await ReadAsync([.. Typed("/who"), Key(ConsoleKey.D, control: true), Enter]));
        Assert.Null(await ReadAsync([Key(ConsoleKey.D, control: true)]));
    }

    [Theory]
    [InlineData(ConsoleKey.C, true)]
    [InlineData(ConsoleKey.D, false)]
    public async Task Only_Control_C_counts_as_an_interruption(ConsoleKey pressed, bool isInterruption)
    {
        var editor = new LineEditor(
            new PlayedScreen([Key(pressed, control: true)]),
            new LineHistory(null),
            Nothing,
            "> "
        );

        await editor.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.Equal(isInterruption, editor.WasInterrupted);
    }

    [Fact]
    public async Task Tab_completes_what_is_certain_and_shows_the_rest()
    {
        var screen = new PlayedScreen([
            .. Typed("/s"),
            Key(ConsoleKey.Tab),
            Key(ConsoleKey.Tab),
            .. Typed("u"),
            Key(ConsoleKey.Tab),
            Enter,
        ]);
        var editor = new LineEditor(
            screen,
            new LineHistory(null),
            (line, _) =>
                Task.FromResult(
                    (
                        0,
                        (IReadOnlyList<string>)
                            [
                                .. new[] { "/summary", "/sublime" }.Where(w =>
                                    w.StartsWith(line, StringComparison.Ordinal)
                                ),
                            ]
                    )
                ),
            "> "
        );

        var read = await editor.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/suu", read);
        Assert.Contains("/summary · /sublime", screen.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_longer_than_the_screen_scrolls_sideways()
    {
        var screen = new PlayedScreen([.. Typed(new string('日', 30)), Enter]) { Width = 20 };

        await new LineEditor(screen, new LineHistory(null), Nothing, "> ").ReadLineAsync(
            TestContext.Current.CancellationToken
        );

        Assert.EndsWith($"\r\e[J> {new string('日', 8)}\r\e[18C\n", screen.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q", 8)]
    [InlineData("\rq", 9)]
    [InlineData(" ", 16)]
    [InlineData("   ", 30)]
    public async Task An_answer_longer_than_the_screen_is_paged(string keys, int shown)
    {
        var screen = new PlayedScreen(Typed(keys)) { Height = 10 };
        var text = string.Concat(Enumerable.Range(1, 30).Select(i => $"line {i}\n"));

        await new Pager(screen, "more").ShowAsync(text, TestContext.Current.CancellationToken);

        var lines = screen.Written.Split('\n').Count(l => l.Contains("line ", StringComparison.Ordinal));
        Assert.Equal(shown, lines);
    }

    private static Task<string?> ReadAsync(ConsoleKeyInfo[] keys, LineHistory? history = null) =>
        new LineEditor(new PlayedScreen(keys), history ?? new LineHistory(null), Nothing, "> ").ReadLineAsync(
            TestContext.Current.CancellationToken
        );

    private static Task<(int, IReadOnlyList<string>)> Nothing(string line, CancellationToken cancellation) =>
        Task.FromResult((0, (IReadOnlyList<string>)[]));
}
