using AngleSharp.Html.Parser;
using Bot.Core.Articles.Headlines;
using Markdig;

namespace Bot.Core.Articles.Formats;

/// <summary>
/// Markdown, with front matter (<c>title</c>, <c>date</c> or <c>published</c>, <c>author</c>, <c>source</c>, <c>url</c>)
/// or without. The text as read is what a reader of the made-up page would see: the words of headings, paragraphs,
/// lists, quotations and tables, each a paragraph, and of links, emphasis and inline code; without pictures, code
/// blocks, rules and comments.
/// </summary>
internal static class MarkdownSeed
{
    private static readonly MarkdownPipeline Syntax = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .Build();

    public static SeedReading Read(string path, string text)
    {
        var front = FrontMatter.Read(text);
        var html = Markdown.ToHtml(text[front.Length..], Syntax);
        if (Nesting.IsTooDeep(html))
            return SeedReading.Failed(Nesting.Problem(path));
        var (heading, body) = Words(html, front.Find("title", "headline"));
        var date = front.Find("published", "date");
        var reading = new SeedCopy(body)
        {
            Title = front.Find("title", "headline") ?? heading,
            Author = front.Find("author", "authors", "byline"),
            Source = front.Find("source"),
            Url = SeedCopy.WebAddress(front.Find("url", "link")),
            Published = SeedDate.TryParse(date),
        }.ToReading(path);
        return reading.Copies is null ? reading : reading with { Problems = [.. Faults(path, front.Fault, date)] };
    }

    /// <summary>A first-level heading at the head of it all is the article's title, and no part of what it says.</summary>
    private static (string? Heading, string Body) Words(string html, string? title)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var code in page.QuerySelectorAll("pre"))
            code.Remove();
        if (page.Body is not { } body)
            return (null, "");
        string? heading = null;
        if (body.FirstElementChild is { LocalName: "h1" } first)
        {
            heading = OneLine.OrNull(first.TextContent);
            if (title is null || OneLine.Of(title) == heading)
                first.Remove();
        }

        return (heading, string.Join("\n\n", PageWords.Paragraphs(body)));
    }

    private static IEnumerable<string> Faults(string path, string? frontMatter, string? date)
    {
        if (frontMatter is not null)
            yield return $"{path} has front matter that is not YAML, {frontMatter}, and is read without it. Mend it there.";
        if (date is not null && SeedDate.TryParse(date) is null)
            yield return $"{path} has a date that cannot be told, “{OneLine.Of(date)}”, and is read without it. Write it as 2025-12-28.";
    }
}
