using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>Turns what a feed's elements say into what its readers get: plain lines, clean HTML, absolute links.</summary>
/// <param name="url">The feed's own address, which its links start from; null where it is not known.</param>
internal sealed class Prose(Uri? url)
{
    private readonly HtmlCleaner cleaner = new();

    /// <summary>The feed's own address, where it is known.</summary>
    public string? Url => url?.AbsoluteUri;

    /// <returns>Sanitised HTML; null where there is nothing.</returns>
    public string? Html(RichText? text)
    {
        if (text is not { } given)
            return null;
        var start = Start(given.Content.Base);
        var html = given.Kind switch
        {
            TextKind.Xml => cleaner.Clean(given.Content.Source, given.Content.Document.Entities, start),
            TextKind.Plain => Safe(given.Text().Trim()),
            _ => cleaner.Clean(given.Text().AsMemory(), null, start),
        };
        return PlainWords.OrNull(html);
    }

    /// <returns>Sanitised HTML; null where there is nothing.</returns>
    public string? Html(string? html) =>
        html is null ? null : PlainWords.OrNull(cleaner.Clean(html.AsMemory(), null, url));

    /// <returns>One line of plain text; null where there is nothing.</returns>
    public static string? Words(RichText? text) =>
        text is not { } given
            ? null
            : PlainWords.OrNull(
                given.Kind switch
                {
                    TextKind.Xml => PlainWords.Of(given.Content.Source, given.Content.Document.Entities),
                    TextKind.Plain => PlainWords.Folded(given.Text()),
                    _ => PlainWords.Of(given.Text().AsMemory()),
                }
            );

    /// <returns>An absolute link where its start is known; null where it is empty or leads nowhere.</returns>
    public string? Link(string? written, string? given = null) =>
        string.IsNullOrWhiteSpace(written) ? null : PlainWords.OrNull(SafeLink.Find(written, Start(given)));

    private Uri? Start(string? given) => LinkStart.Join(url, given);

    /// <returns>HTML that shows the text as it stands; null where there is none.</returns>
    public static string? Escaped(string? text) => text is null ? null : PlainWords.OrNull(Safe(text));

    private static string Safe(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
