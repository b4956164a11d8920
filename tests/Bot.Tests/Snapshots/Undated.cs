using System.Text.RegularExpressions;

namespace Bot.Tests.Snapshots;

/// <summary>A transcript of today that holds tomorrow too: days around now and the version are masked; the article's own day stays.</summary>
internal static partial class Undated
{
    public static string Of(string transcript) =>
        Masks.Aggregate(transcript, (text, mask) => mask.Find.Replace(text, mask.Put));

    private static readonly (Regex Find, string Put)[] Masks =
    [
        (Days(), "DAY"),
        (Times(), "WEEKDAY "),
        (Clock(), "where it is TIME"),
        (MessageLink(), "DAY · [${author}](https://discord.com/channels/MESSAGE)"),
        (Version(), "Byline VERSION"),
    ];

    [GeneratedRegex(
        @"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* \d{1,2} [A-Z][a-z]{2,8}( \d{4})?\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Days();

    [GeneratedRegex(@"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?=\d\d:\d\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();

    [GeneratedRegex(@"where it is \d\d:\d\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    /// <summary>A message of today, with its numbers.</summary>
    [GeneratedRegex(
        @"\d{1,2} [A-Z][a-z]+ \d{4} · \[(?<author>\w+)\]\(https://discord\.com/channels/[\d@me/]+\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MessageLink();

    [GeneratedRegex(@"Byline \d+(\.\d+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
