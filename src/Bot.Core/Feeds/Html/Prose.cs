using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>Turns what a feed's elements say into what its readers get: plain lines, clean HTML, absolute links.</summary>
/// <param name="url">The feed's own address, which its links start from; null where it is not known.</param>
internal sealed class Prose(Uri? url) : IDisposable
{
    private readonly HtmlCleaner cleaner = new();
    private readonly LetterBuffer room = new();

    /// <summary>The feed's own address, where it is known.</summary>
    public string? Url => url?.AbsoluteUri;

    public void Dispose()
    {
        cleaner.Dispose();
        room.Dispose();
    }

    /// <returns>Sanitised HTML; null where there is nothing.</returns>
    public string? Html(RichText? text)
    {
        if (text is null)
            return null;
        var letters = text.Letters(room);
        if (text.Kind == TextKind.Plain)
            return Escaped(letters.ToString());
        var entities = text.Kind == TextKind.Xml ? text.Content.Document.Entities : null;
        return PlainWords.OrNull(cleaner.Clean(letters, entities, LinkStart.Join(url, text.Content.Base)));
    }

    /// <returns>Sanitised HTML; null where there is nothing.</returns>
    public string? Html(string? html) =>
        html is null ? null : PlainWords.OrNull(cleaner.Clean(html.AsMemory(), null, url));

    /// <returns>One line of plain text; null where there is nothing.</returns>
    public static string? Words(RichText? text)
    {
        if (text is null)
            return null;
        using var aside = new LetterBuffer();
        var letters = text.Letters(aside);
        var entities = text.Kind == TextKind.Xml ? text.Content.Document.Entities : null;
        return PlainWords.OrNull(
            text.Kind == TextKind.Plain ? PlainWords.Folded(letters.Span) : PlainWords.Of(letters, entities)
        );
    }

    /// <param name="given">What <c>xml:base</c> says that it starts from.</param>
    /// <returns>An absolute link where its start is known; null where it is empty or leads nowhere.</returns>
    public string? Link(string? written, string? given = null) =>
        string.IsNullOrWhiteSpace(written)
            ? null
            : PlainWords.OrNull(SafeLink.Find(written, LinkStart.Join(url, given)));

    /// <returns>HTML that shows the text as it stands; null where there is none.</returns>
    public static string? Escaped(string? text) =>
        PlainWords.OrNull(
            text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        );
}
