using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Text;

namespace Bot.Core.Commands.Clippings;

/// <summary>What every answer says of its article: headline, date, where it came from, where to go on.</summary>
internal static class ArticleLines
{
    public static IReadOnlyList<Inline> Title(Article article) => [new Strong(TitleOf(article))];

    /// <summary>"12 quotations · Headline": what the answer holds, and of which article.</summary>
    public static HeadingBlock Heading(string what, Article article) =>
        new([new Strong(what), new Small($" · {TitleOf(article)}")]);

    public static string TitleOf(Article article) =>
        article.HasOwnTitle || article.Title.EndsWith('…') ? article.Title : $"{article.Title} …";

    /// <summary>"28 December 2025 · Reuters · by Ann Author"</summary>
    public static IReadOnlyList<Inline> Origin(Article article, Edition edition, params IReadOnlyList<string> more)
    {
        List<Inline> line =
        [
            new Small(
                article.Published is { } day
                    ? edition.Day(day)
                    : edition.Say("article.undated", ("seen", article.FirstSeen))
            ),
            new Small(" · "),
            article.Url is { } url ? new WebLink(article.Source, url) : new Small(article.Source),
        ];
        if (article.Author is { Length: > 0 } author)
            line.Add(new Small($" · {edition.Say("article.author", ("author", author))}"));
        line.AddRange(more.Select(m => new Small($" · {m}")));
        return line;
    }

    /// <summary>The origin in small print, and under it what the reader should know of the article's language.</summary>
    public static IEnumerable<ReplyBlock> Below(
        ReadArticle article,
        Edition edition,
        params IReadOnlyList<string> more
    ) => [new SmallPrintBlock(Origin(article.Article, edition, more)), .. LanguageNote(article.Read, edition)];

    /// <summary>Says where the text is in a language that is not read fully; nothing where it is.</summary>
    private static IEnumerable<ReplyBlock> LanguageNote(AnalyzedText read, Edition edition)
    {
        if (read.Language == "und" && read.Sentences.Count > 0)
            yield return new SmallPrintBlock(edition.Print("article.language-unknown"));
        else if (!TextAnalyzer.ReadsFully(read.Language))
            yield return new SmallPrintBlock(
                edition.Print("article.language-partly", ("language", edition.LanguageName(read.Language)))
            );
    }

    public static Reply NoneYet(Edition edition) => Reply.Of(edition.Line("article.none"));

    /// <summary>A button that asks about this very article, whatever is listed by then.</summary>
    /// <param name="typed">What a reader would type for the options, where that is shorter.</param>
    public static ReplyButton Button(
        ReadArticle article,
        string label,
        string command,
        string? options = null,
        string? typed = null
    ) =>
        new(
            label,
            Joined(command, $"#{article.Article.Id}", options),
            Joined(command, article.Shortest, typed ?? options)
        );

    private static string Joined(string command, string? article, string? options) =>
        string.Join(' ', new[] { $"/{command}", article, options }.Where(part => !string.IsNullOrEmpty(part)));
}
