using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Typesetting;

namespace Bot.Telegram.Rendering;

/// <summary>Dresses each kind of words for Telegram.</summary>
internal sealed partial class TelegramWords(Compositor compositor, LineKind line) : InlineWriter
{
    private const int LongestLink = 2_048;

    private Dress Box =>
        line switch
        {
            LineKind.Quote or LineKind.QuotePrint => Dress.Quote,
            LineKind.LongQuote or LineKind.LongQuotePrint => Dress.LongQuote,
            _ => Dress.Plain,
        };

    private Dress Ground => line == LineKind.Heading ? Dress.Bold : SmallPrint;

    /// <summary>There are no smaller letters: small print is slanted where it has a line for itself, and plain within one.</summary>
    private Dress SmallPrint =>
        line is LineKind.Print or LineKind.QuotePrint or LineKind.LongQuotePrint ? Box | Dress.Italic : Box;

    public override void Plain(Plain words) => compositor.Add(words.Text, Ground);

    public override void Strong(Strong words) => compositor.Add(words.Text, Box | Dress.Bold);

    public override void Small(Small words) => compositor.Add(words.Text, SmallPrint);

    public override void Verbatim(Verbatim words) =>
        compositor.Add(words.Text, words.IsStrong ? Box | Dress.Bold : Ground);

    public override void WebLink(WebLink link)
    {
        var isLink =
            link.Target is { IsAbsoluteUri: true, Scheme: "http" or "https", AbsoluteUri.Length: <= LongestLink };
        if (isLink)
            compositor.Add(link.Text, SmallPrint | Dress.Link, link.Target.AbsoluteUri);
        else
            compositor.Add(link.Text, SmallPrint);
    }

    /// <summary>A command of one word is tapped to ask it; one with more is tapped to be copied, for only its first word could be asked.</summary>
    public override void CommandHint(CommandHint hint)
    {
        var command = hint.Command.ReplaceLineEndings(" ");
        compositor.Add(command, Box | (OneWord().IsMatch(command) ? Dress.Command : Dress.Code));
    }

    [GeneratedRegex(@"\A/[a-z0-9_]{1,32}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OneWord();
}
