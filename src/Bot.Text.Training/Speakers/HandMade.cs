using System.Text;
using System.Text.RegularExpressions;
using Bot.Text.Spans;

namespace Bot.Text.Training.Speakers;

/// <summary>Reads <c>Tables/speakers.txt</c>: forms that articles seldom have, marked by hand.</summary>
internal static partial class HandMade
{
    /// <summary>What the type of a speaker says of all of them.</summary>
    public const string Type = "by_hand";

    public static IEnumerable<GoldArticle> ReadAll()
    {
        using var stream = typeof(HandMade).Assembly.GetManifestResourceStream("speakers.txt")!; // the project embeds it
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(c => c[0] != '#')
            .Select((c, i) => Parse($"by hand {i + 1}", c.Trim().Replace("\n", "\n\n", StringComparison.Ordinal)));
    }

    private static GoldArticle Parse(string id, string marked)
    {
        var text = new StringBuilder();
        var speakers = new List<(char Number, TextSpan Span)>();
        var quotes = new List<(char Number, TextSpan Span)>();
        var from = 0;
        foreach (Match mark in Marks().Matches(marked))
        {
            text.Append(marked, from, mark.Index - from);
            from = mark.Index + mark.Length;
            var number = mark.Groups["number"].Value[0];
            if (mark.Groups["name"] is { Success: true, Value: var name })
            {
                speakers.Add((number, new TextSpan(text.Length, name.Length)));
                text.Append(name);
                continue;
            }

            var end = text[^1] == '”' ? text.Length - 1 : text.Length;
            quotes.Add((number, TextSpan.FromBounds(text.ToString(0, end).LastIndexOf('“') + 1, end)));
        }

        text.Append(marked, from, marked.Length - from);
        var whole = text.ToString();
        return new GoldArticle(id, whole, [.. quotes.Select(q => Quote(q.Number, q.Span, speakers, whole))]);
    }

    private static GoldQuote Quote(char number, TextSpan span, List<(char Number, TextSpan Span)> speakers, string text)
    {
        if (number == '-')
            return new GoldQuote(span, true, null, "", "none", null, false);
        var own = speakers.Where(s => s.Number == number).ToList();
        var nearest = own.MinBy(s => Math.Abs(s.Span.Start - span.Start)).Span;
        return new GoldQuote(span, true, nearest, nearest.Of(text), Type, own[0].Span.Of(text), true);
    }

    [GeneratedRegex(
        @"\[(?<number>[0-9-])( (?<name>[^\]]+))?\]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Marks();
}
