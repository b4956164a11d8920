using System.Text.RegularExpressions;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Feeds;
using Bot.Core.Commands.Typed;
using Bot.Core.Feeds.Finding;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Has a link read in place of an article: one that was typed, or the one in the message that a command answers.</summary>
internal sealed partial class LinkPicker(LinkReader reader)
{
    /// <summary>A message with so many letters around its link is itself what is to be read.</summary>
    private const int ShortestText = 280;

    private const int ClockMilliseconds = 100;

    /// <returns>The link that the command means; null where it means no link.</returns>
    public static Uri? LinkIn(CommandCall call) =>
        call.Option("article") is { } reference ? ArticleReference.LinkIn(reference)
        : call.Quoted is { } quoted && LinkOf(quoted) is { } link && WordsAround(quoted.Text) < ShortestText ? link
        : null;

    public async Task<(Article? Article, Reply? Answer)> ReadAsync(
        Uri link,
        CommandCall call,
        Edition edition,
        CancellationToken cancellation
    ) =>
        await reader.ReadAsync(link, Sight.Of(call), call.By, cancellation) switch
        {
            LinkReading.Read { Article: var article } => (article, null),
            LinkReading.TooMany { Most: var most } => (null, Refusal(edition.Line("link.too-many", ("count", most)))),
            LinkReading.NoArticle { Host: var host } => (
                null,
                Refusal(edition.Line("link.no-article", ("host", host)))
            ),
            LinkReading.Failed failed => (
                null,
                Refusal([new Plain(FaultWords.Of(failed.Fault, failed.Host, edition))])
            ),
            _ => throw new InvalidOperationException("A link is read, or it is said why not."),
        };

    private static Uri? LinkOf(QuotedMessage quoted) =>
        quoted.Linked
        ?? (Links().Match(quoted.Text) is { Success: true } found ? ArticleReference.LinkIn(found.Value) : null);

    private static int WordsAround(string text) => Links().Replace(text, "").Trim().Length;

    private static Reply Refusal(IReadOnlyList<Inline> words) => Reply.Of(words) with { IsRefusal = true };

    /// <summary>Marks that end a sentence are not the link's.</summary>
    [GeneratedRegex(
        @"https?://[^\s<>""“”]*[^\s<>""“”.,;:!?)\]]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        ClockMilliseconds
    )]
    private static partial Regex Links();
}
