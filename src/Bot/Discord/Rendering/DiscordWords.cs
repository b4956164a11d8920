using Bot.Core.Chat;
using Bot.Typesetting;

namespace Bot.Discord.Rendering;

/// <summary>Dresses each kind of words for Discord.</summary>
internal sealed class DiscordWords(Compositor compositor, LineKind line) : InlineWriter
{
    /// <summary>So long an address leaves a page room for words.</summary>
    public const int LongestLink = 1_000;

    /// <summary>Small print, headings and quotations are whole lines; within one there are no smaller letters.</summary>
    private Dress Ground =>
        line switch
        {
            LineKind.Heading => Dress.Heading,
            LineKind.Print => Dress.Small,
            LineKind.Quote or LineKind.LongQuote => Dress.Quote,
            LineKind.QuotePrint or LineKind.LongQuotePrint => Dress.Quote | Dress.Small,
            _ => Dress.Plain,
        };

    /// <summary>A heading is bold as it is.</summary>
    private Dress Bold => line == LineKind.Heading ? Ground : Ground | Dress.Bold;

    public override void Plain(Plain words) => compositor.Add(words.Text, Ground);

    public override void Strong(Strong words) => compositor.Add(words.Text, Bold);

    public override void Small(Small words) => compositor.Add(words.Text, Ground);

    public override void Verbatim(Verbatim words) => compositor.Add(words.Text, words.IsStrong ? Bold : Ground);

    public override void WebLink(WebLink link)
    {
        if (TargetOf(link) is { } target)
            compositor.Add(link.Text, Ground | Dress.Link, target);
        else
            compositor.Add(link.Text, Ground);
    }

    public override void CommandHint(CommandHint hint)
    {
        var command = hint.Command.ReplaceLineEndings(" ");
        compositor.Add(command, IsCode(command) ? Ground | Dress.Code : Ground);
    }

    /// <summary>False of what would end the code itself, or a link that stands before it.</summary>
    private static bool IsCode(string command) =>
        !command.Contains('`') && !command.Contains("](", StringComparison.Ordinal);

    /// <returns>Null where Discord would show brackets instead of a link: it takes no address and no bracket as a link's words.</returns>
    private static string? TargetOf(WebLink link)
    {
        // What stands beside it may be another link to the same place: together they must be no address either.
        if (link.Text.Contains("//", StringComparison.Ordinal) || link.Text.EndsWith(":/", StringComparison.Ordinal))
            return null;
        if (link.Text.AsSpan().ContainsAny('[', ']'))
            return null;
        if (link.Target is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            return null;
        var address = link
            .Target.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal);
        return address.Length <= LongestLink ? address : null;
    }
}
