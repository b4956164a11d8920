using Bot.Core.Chat;
using Bot.Tests.Digests;
using CsCheck;

namespace Bot.Tests.Typesetting;

/// <summary>Replies that nobody would write: every block, words of every script, broken letters and signs that platforms read.</summary>
internal static class RandomReplies
{
    private static readonly string[] Scraps =
    [
        "word",
        "a",
        "He said.",
        "Is it?",
        "…",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r\n",
        "\u00a0",
        "\u2028",
        "\u202e",
        "\u2066",
        "@",
        "@durov",
        "@a",
        "＠name",
        "#",
        "#tag",
        "＃タグ",
        "#1",
        "#東京",
        "##x",
        "#a#b",
        "$",
        "$ABC",
        "$1INCH",
        "$5",
        "US$A",
        "/",
        "/start",
        "/start@bot",
        "//x",
        "1/2",
        "12/2025",
        "</b>",
        "a@b.example",
        "https://example.org/@x/#y?z=/q",
        "http://@durov",
        "http://x.y/(/stop)",
        "tg://x",
        "_",
        "·",
        "\u200c",
        "\u2060",
        "\u200b",
        "\ufeff",
        "\u2800",
        "\u0d85",
        "<",
        ">",
        "*",
        "`",
        "[x](y)",
        "\\",
        "'",
        "“quoted”",
        "。",
        "「行く。」",
        "今日は東京です",
        "हिन्दी",
        "مرحبا؟",
        "עברית",
        "e\u0301",
        "\u0301",
        "\u0301\u0302\u0303",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "❤️",
        "𝒜",
        "\ud83d",
        "\ude00",
        "\0",
        "\u001b[31m",
        "\u0085",
        "İ",
        "**",
        "__",
        "~~",
        "||",
        "```",
        "@everyone",
        "@here",
        "<@123>",
        "<#1>",
        "<t:0:R>",
        "</a:1>",
        "<:a:1>",
        "<a:b:1>",
        "[a](https://x.y)",
        "](https://x.y)",
        "-# x",
        "# x",
        "> x",
        ">>> x",
        "- x",
        "1. x",
        "1)",
        "+ ",
        "<https://x.y>",
        "https://example.org/_a_*b*",
        "(https://x.yz/a)",
        "https://",
        "steam://x",
        ":smile:",
        ":",
        "\\*",
        "-",
        ">",
        "(",
        ")",
    ];

    private static readonly string[] LongScraps =
    [
        new string('x', 300),
        new string('x', 5_000),
        new string('@', 50),
        new string('\u0301', 400),
        new string('/', 90),
        $"https://example.org/{new string('p', 1_500)}@x/#y",
    ];

    private static readonly Gen<string> Scrap = Gen.Frequency((150, OneOf(Scraps)), (1, OneOf(LongScraps)));

    private static readonly Gen<string> Words = Gen.Frequency(
        (60, Scrap.Array[0, 6].Select(string.Concat)),
        (2, Scrap.Array[0, 40].Select(string.Concat)),
        (4, Gen.String[0, 40]),
        (1, Scrap.Array[60, 100].Select(string.Concat))
    );

    private static readonly Gen<Uri> Targets = OneOf(
        new Uri("https://example.org/a?b=c#d"),
        new Uri("mailto:a@b.example"),
        new Uri("/here", UriKind.Relative),
        new Uri($"https://example.org/{new string('p', 3_000)}")
    );

    private static readonly Gen<string> Commands = Gen.OneOf(
        OneOf("/help", "/who putin", "/latest", "", "/", "/search @x", "/help\n", "/ümlaut"),
        Words.Select(w => $"/search {w}")
    );

    private static readonly Gen<Inline> Run = Gen.OneOf<Inline>(
        Words.Select(w => (Inline)new Plain(w)),
        Words.Select(w => (Inline)new Strong(w)),
        Words.Select(w => (Inline)new Small(w)),
        Gen.Select(Words, Gen.Bool, (w, strong) => (Inline)new Verbatim(w, default, strong)),
        Gen.Select(Words, Targets, (w, to) => (Inline)new WebLink(w, to)),
        Commands.Select(c => (Inline)new CommandHint(c))
    );

    private static readonly Gen<IReadOnlyList<Inline>> Line = Gen.Frequency(
        (100, Run.Array[0, 4].Select(r => (IReadOnlyList<Inline>)r)),
        (1, Run.Array[0, 250].Select(r => (IReadOnlyList<Inline>)r))
    );

    private static readonly Gen<ReplyButton> Button = Gen.Select(
        Words,
        Commands,
        Gen.Bool,
        OneOf(null, null, null, "settings", "digest add"),
        (label, command, isInPlace, form) => new ReplyButton(label, command, IsInPlace: isInPlace) { Form = form }
    );

    private static readonly Gen<NumberedItem> Item = Gen.Select(
        Gen.Int[-1, 2_000],
        Line,
        Line,
        (number, words, note) => new NumberedItem(number, words, note)
    );

    private static readonly Gen<ReplyBlock> Block = Gen.OneOf<ReplyBlock>(
        Line.Select(w => (ReplyBlock)new HeadingBlock(w)),
        Line.Select(w => (ReplyBlock)new ParagraphBlock(w)),
        Line.Select(w => (ReplyBlock)new SmallPrintBlock(w)),
        Gen.Select(Line, Line, (words, note) => (ReplyBlock)new QuoteBlock(words, note)),
        Item.Array[0, 6].Select(i => (ReplyBlock)new NumberedBlock(i)),
        Line.Array[0, 6].Select(i => (ReplyBlock)new BulletBlock(i)),
        Gen.Select(
            Words.Array[0, 4],
            Line.Array[0, 5].Select(r => (IReadOnlyList<IReadOnlyList<Inline>>)r).Array[0, 6],
            (headers, rows) => (ReplyBlock)new TableBlock(headers, rows)
        ),
        Button.Array[0, 12].Select(b => (ReplyBlock)new ButtonBlock(b))
    );

    public static readonly Gen<string> Text = Words;

    public static readonly Gen<Reply> Any = Gen.Frequency((20, Block.Array[0, 6]), (1, Block.Array[0, 30]))
        .Select(blocks => new Reply(blocks));

    /// <summary>All that is said in a reply, in reading order.</summary>
    public static IEnumerable<string> Said(Reply reply) => reply.Blocks.SelectMany(Said);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IEnumerable<string> Said(ReplyBlock block) =>
        block switch
        {
            HeadingBlock heading => Said(heading.Words),
            ParagraphBlock paragraph => Said(paragraph.Words),
            SmallPrintBlock print => Said(print.Words),
            QuoteBlock quote => Said([.. quote.Words, .. quote.Note]),
            NumberedBlock list => list.Items.SelectMany(i => Said([.. i.Words, .. i.Note])),
            BulletBlock list => list.Items.SelectMany(Said),
            TableBlock table => table.Rows.SelectMany(r =>
                r.SelectMany(
                    (cell, i) =>
                        cell.Sum(w => w.Length) == 0
                            ? []
                            : Said([new Small(table.Headers.ElementAtOrDefault(i) ?? ""), .. cell])
                )
            ),
            _ => [],
        };

    private static IEnumerable<string> Said(IReadOnlyList<Inline> words) =>
        words.Select(w => ControlCharacters.Without(PlainText.Words([w])));
}
