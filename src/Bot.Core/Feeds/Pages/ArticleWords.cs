using AngleSharp.Dom;
using Bot.Core.Articles.Formats;

namespace Bot.Core.Feeds.Pages;

/// <summary>
/// An article's paragraphs, without what sites set between and around them: links to other articles, and the lines of
/// dates and buttons above the first sentence.
/// </summary>
internal static class ArticleWords
{
    /// <summary>A line that is a sentence is longer; a shorter one above the first is a label unless it ends as sentences do.</summary>
    private const int ShortLine = 50;

    private const string SentenceEnds = ".!?…:;。！？”\"»’'";

    public static IReadOnlyList<string> Paragraphs(IElement body)
    {
        foreach (var block in body.QuerySelectorAll("p, h2, h3, h4, h5, h6, div").Where(IsLinkAlone).ToList())
            block.Remove();
        var paragraphs = PageWords.Paragraphs(body);
        var first = paragraphs.TakeWhile(IsLabel).Count();
        // Where nothing is a sentence, the lines are what there is: a poem, a table of results.
        return first == paragraphs.Count ? paragraphs : [.. paragraphs.Skip(first)];
    }

    private static bool IsLabel(string paragraph) =>
        paragraph.Length < ShortLine && !SentenceEnds.Contains(paragraph[^1], StringComparison.Ordinal);

    /// <summary>A block whose every letter is a link's leads away from the article.</summary>
    private static bool IsLinkAlone(IElement block)
    {
        if (block.QuerySelector("p, div, li, table, img") is not null)
            return false;
        var links = block.QuerySelectorAll("a");
        return links.Length == 1 && Letters(links[0]) is > 0 and var linked && linked == Letters(block);
    }

    private static int Letters(IElement element) => element.TextContent.Count(l => !char.IsWhiteSpace(l));
}
