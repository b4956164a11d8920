using System.Text.RegularExpressions;

namespace Bot.Tests.Discord.Rendering;

/// <summary>What Discord makes of words.</summary>
[Flags]
internal enum Shown
{
    Plain = 0,
    Quote = 1,
    Small = 2,
    Heading = 4,
    Bold = 8,
    Code = 16,
    Link = 32,
    MaskedLink = 64,
    Italic = 128,
    Underline = 256,
    Strike = 512,
    Spoiler = 1_024,
    Fence = 2_048,
    List = 4_096,
    Mention = 8_192,
    Emoji = 16_384,
}

internal sealed record ShownRun(string Text, Shown As, string? Target = null);

/// <summary>
/// Discord's markdown as its client reads it, rule by rule, apart from the renderer.
/// https://docs.discord.com/developers/reference#message-formatting
/// </summary>
internal sealed partial class MarkdownReader
{
    private const int MostMilliseconds = 10_000;

    private readonly List<ShownRun> runs = [];

    public static IReadOnlyList<ShownRun> Read(string markdown)
    {
        var reader = new MarkdownReader();
        reader.Blocks(markdown, Shown.Plain);
        return reader.runs;
    }

    private void Blocks(string text, Shown shown)
    {
        for (var at = 0; at < text.Length; )
        {
            if (!shown.HasFlag(Shown.Quote) && Rest().Match(text, at) is { Success: true } rest)
            {
                Blocks(rest.Groups["words"].Value, shown | Shown.Quote);
                return;
            }

            if (!shown.HasFlag(Shown.Quote) && Quote().Match(text, at) is { Success: true } quote)
            {
                Blocks(QuoteSign().Replace(quote.Value, ""), shown | Shown.Quote);
                at += quote.Length;
            }
            else if (Heading().Match(text, at) is { Success: true } heading)
                at = Line(heading, shown | Shown.Heading);
            else if (Small().Match(text, at) is { Success: true } small)
                at = Line(small, shown | Shown.Small);
            else if (List().Match(text, at) is { Success: true } list)
                at = Line(list, shown | Shown.List);
            else
                at = Inline(text, at, shown, endsAtLine: true);
        }
    }

    private int Line(Match line, Shown shown)
    {
        Inline(line.Groups["words"].Value, 0, shown, endsAtLine: false);
        return line.Index + line.Length;
    }

    private int Inline(string text, int at, Shown shown, bool endsAtLine)
    {
        while (at < text.Length)
        {
            at = text[at] switch
            {
                '\\' => Escape(text, at, shown),
                '`' => Found(text, at, shown, (CodeFence(), Shown.Fence), (CodeSpan(), Shown.Code)),
                '<' => Angle(text, at, shown),
                '[' => Found(text, at, shown, (Masked(), Shown.MaskedLink)),
                'h' or 's' => Found(text, at, shown, (Bare(), Shown.Link)),
                '*' => Nested(text, at, shown, (Strong(), Shown.Bold), (Star(), Shown.Italic)),
                '_' => Nested(text, at, shown, (Underlined(), Shown.Underline), (Slanted(), Shown.Italic)),
                '~' => Nested(text, at, shown, (Struck(), Shown.Strike)),
                '|' => Nested(text, at, shown, (Hidden(), Shown.Spoiler)),
                ':' => Found(text, at, shown, (EmojiName(), Shown.Emoji)),
                '@' => Found(text, at, shown, (Everyone(), Shown.Mention)),
                _ => Letter(text, at, shown),
            };
            if (endsAtLine && text[at - 1] == '\n')
                return at;
        }

        return at;
    }

    private int Letter(string text, int at, Shown shown)
    {
        runs.Add(new ShownRun(text[at..(at + 1)], shown));
        return at + 1;
    }

    private int Escape(string text, int at, Shown shown) =>
        at + 1 < text.Length && !char.IsAsciiLetterOrDigit(text[at + 1]) && !char.IsWhiteSpace(text[at + 1])
            ? Letter(text, at + 1, shown)
            : Letter(text, at, shown);

    private int Angle(string text, int at, Shown shown) =>
        Found(text, at, shown, (Mention(), Shown.Mention), (CustomEmoji(), Shown.Emoji), (Auto(), Shown.Link));

    private int Found(string text, int at, Shown shown, params ReadOnlySpan<(Regex Rule, Shown As)> rules)
    {
        foreach (var (rule, kind) in rules)
        {
            if (rule.Match(text, at) is not { Success: true } match)
                continue;
            if (kind == Shown.MaskedLink)
            {
                if (match.Groups["words"].Value.Contains("://", StringComparison.Ordinal))
                    break;
                var first = runs.Count;
                Inline(match.Groups["words"].Value, 0, shown | kind, endsAtLine: false);
                for (var i = first; i < runs.Count; i++)
                    runs[i] = runs[i] with { Target = match.Groups["target"].Value };
            }
            else
                runs.Add(
                    new ShownRun((match.Groups["words"] is { Success: true } words ? words : match).Value, shown | kind)
                );

            return at + match.Length;
        }

        return Letter(text, at, shown);
    }

    private int Nested(string text, int at, Shown shown, params ReadOnlySpan<(Regex Rule, Shown As)> rules)
    {
        foreach (var (rule, kind) in rules)
        {
            if (rule.Match(text, at) is not { Success: true } match)
                continue;
            Inline(match.Groups["words"].Value, 0, shown | kind, endsAtLine: false);
            return at + match.Length;
        }

        return Letter(text, at, shown);
    }

    [GeneratedRegex(@"\G *>>> (?<words>[\s\S]*)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\G *> [^\n]*(?:\n *> [^\n]*)*\n?", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^ *> ", RegexOptions.Multiline, MostMilliseconds)]
    private static partial Regex QuoteSign();

    [GeneratedRegex(@"\G *#{1,3}\s+(?<words>[^\n]*)\n?", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\G *-# +(?<words>[^\n]+)\n?", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Small();

    [GeneratedRegex(@"\G *(?:[*+-]|\d+[.)]) +(?<words>[^\n]+)\n?", RegexOptions.None, MostMilliseconds)]
    private static partial Regex List();

    [GeneratedRegex(
        @"\G```(?:[a-z0-9_+\-.#]+?\n)?\n*(?<words>[^\n][\s\S]*?)\n*```",
        RegexOptions.None,
        MostMilliseconds
    )]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\G(?<ticks>`+)(?<words>(?s:.)*?[^`])\k<ticks>(?!`)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\G<(?:@[!&]?\d+|#\d+|/[^:>]+:\d+|t:-?\d+(?::\w)?|id:\w+)>", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\G<a?:\w+(?::\d+)?>", RegexOptions.None, MostMilliseconds)]
    private static partial Regex CustomEmoji();

    [GeneratedRegex(@"\G<(?<words>[^: >]+:/[^ >]+)>", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Auto();

    [GeneratedRegex(
        @"\G\[(?<words>(?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]\(\s*<?(?<target>(?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['""](?s:.*?)['""])?\s*\)",
        RegexOptions.None,
        MostMilliseconds
    )]
    private static partial Regex Masked();

    [GeneratedRegex(@"\G(?:https?|steam)://[^\s<]+[^<.,:;""'\]\s]", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\G\*\*(?<words>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Strong();

    [GeneratedRegex(
        @"\G\*(?=\S)(?<words>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)",
        RegexOptions.None,
        MostMilliseconds
    )]
    private static partial Regex Star();

    [GeneratedRegex(@"\G__(?<words>(?:\\[\s\S]|[^\\])+?)__(?!_)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Underlined();

    [GeneratedRegex(@"\G\b_(?<words>(?:__|\\[\s\S]|[^\\_])+?)_\b", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Slanted();

    [GeneratedRegex(@"\G~~(?<words>[\s\S]+?)~~(?!_)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Struck();

    [GeneratedRegex(@"\G\|\|(?<words>[\s\S]+?)\|\|", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\G:(?:100|1234|[\w+~-]*[A-Za-z][\w+~-]*):", RegexOptions.None, MostMilliseconds)]
    private static partial Regex EmojiName();

    [GeneratedRegex(@"\G@(?:everyone|here)", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Everyone();
}
