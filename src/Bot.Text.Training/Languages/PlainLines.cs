using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Bot.Text.Training.Languages;

/// <summary>The lines of running text in manual pages and web pages, without what belongs to the machine.</summary>
internal static partial class PlainLines
{
    private const string TextMark = "# text = ";

    /// <summary>A manual page (groff's man macros), compressed with gzip.</summary>
    public static IEnumerable<string> OfManual(string path)
    {
        using var plain = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not ('.' or '\''))
                yield return Escapes().Replace(line, "");
        }
    }

    public static IEnumerable<string> OfPage(string path) =>
        WebUtility
            .HtmlDecode(
                Tags()
                    .Replace(
                        Scripts().Replace(File.ReadAllText(path), "\n"),
                        m => m.Value is ['<', '/', ..] or ['<', 'p' or 'l' or 'd' or 'h' or 't' or 'b', ..] ? "\n" : " "
                    )
            )
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The sentences of a treebank of Universal Dependencies.</summary>
    public static IEnumerable<string> OfTreebank(string path) =>
        File.ReadLines(path)
            .Where(l => l.StartsWith(TextMark, StringComparison.Ordinal))
            .Select(l => l[TextMark.Length..]);

    /// <summary>What a catalogue's line holds besides words: markup, placeholders, accelerators.</summary>
    public static string OfMessage(string message) =>
        Placeholders().Replace(message, " ").Replace("_", "").Replace("&", "");

    [GeneratedRegex(
        @"\\f(\[\w*\]|\(?\w{1,2})|\\[-&/|^,%]|\\\(\w\w|\\\*\w|\\s[+-]?\d",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Escapes();

    [GeneratedRegex(
        "<(?<name>script|style|head)\\b.*?</\\k<name>>",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnoreCase,
        5000
    )]
    private static partial Regex Scripts();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tags();

    [GeneratedRegex(
        @"<[^>]*>|%\(?\w*\)?[-\d.*lsdif]*|\$\w+|\{[^}]*\}|\\[nt]|https?:\S+|\S+[/@]\S+|--?\w+",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Placeholders();
}
