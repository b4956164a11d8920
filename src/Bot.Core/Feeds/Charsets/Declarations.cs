using System.Buffers;
using System.Text;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Charsets;

/// <summary>What a document's first bytes say of its charset.</summary>
internal static class Declarations
{
    /// <summary>Browsers must look through 1,024 bytes and may look further (WHATWG HTML, section 13.2.3.2): pages begin with remarks.</summary>
    private const int PageHeadBytes = 16 * 1024;

    /// <summary>A declaration is shorter, with what white space stands before it.</summary>
    private const int XmlHeadBytes = 512;

    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\r\n;?/");

    /// <returns>What an XML declaration says; null where it says nothing.</returns>
    public static string? InXml(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes, XmlHeadBytes).AsSpan().TrimStart();
        if (!head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = head.IndexOf('>');
        head = end < 0 ? head : head[..end];
        var at = head.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        head = head[(at + 8)..].TrimStart();
        return head is ['=', ..] ? Quoted(head[1..].TrimStart()) : null;
    }

    /// <returns>What a page's meta elements say; null where they say nothing.</returns>
    public static string? InPage(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes, PageHeadBytes);
        var pieces = new MarkupPieces(head.AsMemory());
        while (pieces.MoveNext())
        {
            if (pieces.Kind != PieceKind.Tag || pieces.Tag.IsClosing || head[pieces.Tag.End - 1] != '>')
                continue;
            if (
                pieces.Tag.Name(head).Equals("meta", StringComparison.OrdinalIgnoreCase)
                && InMeta(head, pieces.Tag) is { } found
            )
                return found;
        }

        return null;
    }

    /// <param name="header">Content-Type.</param>
    public static string? InHeader(string? header) => header is null ? null : AfterCharset(header);

    private static string? InMeta(string head, in Tag tag)
    {
        string? charset = null;
        string? content = null;
        var isContentType = false;
        var attributes = new TagAttributes(head, tag);
        while (attributes.MoveNext())
        {
            if (attributes.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
                charset ??= attributes.Value.Trim().ToString();
            else if (attributes.Name.Equals("content", StringComparison.OrdinalIgnoreCase))
                content ??= attributes.Value.ToString();
            else if (attributes.Name.Equals("http-equiv", StringComparison.OrdinalIgnoreCase))
                isContentType |= attributes.Value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
        }

        var name = charset ?? (isContentType && content is not null ? AfterCharset(content) : null);
        return CharsetName.Find(name) is null ? null : name;
    }

    private static string? AfterCharset(ReadOnlySpan<char> text)
    {
        while (text.IndexOf("charset", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            text = text[(at + 7)..].TrimStart();
            if (text is ['=', ..])
                return Quoted(text[1..].TrimStart());
        }

        return null;
    }

    private static string? Quoted(ReadOnlySpan<char> text)
    {
        if (text is ['"' or '\'', ..])
        {
            var close = text[1..].IndexOf(text[0]);
            return close < 0 ? null : text.Slice(1, close).Trim().ToString();
        }

        var end = text.IndexOfAny(EndsName);
        var name = end < 0 ? text : text[..end];
        return name.IsEmpty ? null : name.ToString();
    }

    private static string Head(ReadOnlySpan<byte> bytes, int most) =>
        Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, most)]);
}
