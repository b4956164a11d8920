using CsCheck;

namespace Bot.Text.Tests.Properties;

/// <summary>Texts that nobody wrote: scraps of news in any order, with marks, scripts and broken characters between them.</summary>
internal static class HostileText
{
    public static IReadOnlyList<string> Scraps { get; } =
    [
        "He said",
        "U.S. Sen. J.B. Smith",
        "“This is it,”",
        "\"",
        "“",
        "”",
        "'",
        "’s",
        "(",
        ")",
        "[",
        "]",
        ".",
        ". ",
        "...",
        " . . . .",
        "?!",
        "…",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "a",
        "I",
        "Mr.",
        "Jan. 6",
        "1.",
        "2)",
        "• ",
        "-- ",
        " — ",
        "KYIV (Reuters) - ",
        "By Jane Doe",
        "FILE PHOTO: x",
        "Read more",
        "European allies",
        " date 2025-12-28 ",
        "https://x.example/a?b=c.",
        "a@b.example",
        "今日は。",
        "「行く。」",
        "हिन्दी।",
        "مرحبا؟",
        "👩‍👩‍👧",
        "🇩🇪",
        "\ud83d",
        "\ude00",
        "\0",
        "e\u0301",
        " \u0301 ",
        "\u200d",
        "$1,000.50",
        "20%",
        "TRUMP: ",
        "Q: ",
        "The end of it all came on Monday.",
    ];

    public static readonly Gen<string> Any = Gen.Frequency(
            (6, (IGen<string>)Gen.OneOf([.. Scraps])),
            (1, (IGen<string>)Gen.String[0, 6])
        )
        .Array[0, 60]
        .Select(string.Concat);
}
