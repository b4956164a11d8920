using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Text;

namespace Bot.Core.Commands;

/// <summary>What every answer says of its article: headline, date, where it came from, where to go on.</summary>
internal static class ArticleLines
{
    public static IReadOnlyList<Inline> Title(Article article) => [new Strong(TitleOf(article))];

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

    /// <summary>Says where the text is in a language that is not read fully; nothing where it is.</summary>
    public static IEnumerable<ReplyBlock> LanguageNote(AnalyzedText read, Edition edition)
    {
        if (read.Language == "und" && read.Sentences.Count > 0)
            yield return new SmallPrintBlock(edition.Print("article.language-unknown"));
        else if (read.Language is not ("en" or "und"))
            yield return new SmallPrintBlock(
                edition.Print("article.language-partly", ("language", edition.LanguageName(read.Language)))
            );
    }

    public static Reply NoneYet(Edition edition) => Reply.Of(edition.Line("article.none"));

    /// <summary>A button that asks the same of this very article, whatever is listed by then.</summary>
    public static ReplyButton Button(Article article, string label, string command, string? options = null) =>
        new(label, $"/{command} #{article.Id}{(options is null ? "" : $" {options}")}");
}
