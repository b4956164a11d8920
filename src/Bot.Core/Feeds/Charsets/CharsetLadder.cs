using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Bot.Core.Feeds.Charsets;

/// <summary>
/// Turns a feed's or a page's bytes into text: by the byte-order mark, by what HTTP says, by what the document says, as
/// UTF-8, by what the bytes look like. What is said counts only where the bytes can be that.
/// </summary>
internal static class CharsetLadder
{
    private const int Sample = 64 * 1024;
    private const string Ascii = "us-ascii";
    private const string Utf8 = "utf-8";

    /// <param name="contentType">The HTTP header's value.</param>
    public static DecodedText Decode(byte[] bytes, string? contentType)
    {
        if (ByMark(bytes) is { } marked)
            return marked;
        if (ByZeros(bytes) is { } wide)
            return wide;
        if (bytes.AsSpan().Contains((byte)0) && IsBinary(bytes))
            return new DecodedText(null, Utf8);
        var isPage = IsPage(bytes);
        if (System.Text.Ascii.IsValid(bytes))
            return new DecodedText(
                Escaped(bytes) ?? Encoding.ASCII.GetString(bytes),
                NameOfAscii(bytes, contentType, isPage)
            );
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        return Declared(bytes, Declarations.InHeader(contentType), isPage, isUtf8)
            ?? (isPage ? Obeyed(bytes) : null)
            ?? Declared(bytes, Declarations.InXml(bytes), isPage, isUtf8)
            ?? Undeclared(bytes, isUtf8);
    }

    private static DecodedText? Declared(byte[] bytes, string? name, bool isPage, bool isUtf8) =>
        name is not null && CharsetName.Find(name) is { } charset && Fits(charset, bytes, isUtf8)
            ? new DecodedText(charset.GetString(bytes), isPage ? charset.WebName : name.ToLowerInvariant())
            : null;

    /// <summary>
    /// What a page says of itself is what browsers read it in where HTTP says nothing (WHATWG HTML, section 13.2.3.2): one
    /// that lies is broken for all who see it, and gets mended. Nobody sees a feed.
    /// </summary>
    private static DecodedText? Obeyed(byte[] bytes) =>
        CharsetName.Find(Declarations.InPage(bytes)) is { } page
        && !IsWide(page)
        && page.CodePage != Encoding.UTF8.CodePage
            ? new DecodedText(page.GetString(bytes), page.WebName)
            : null;

    private static DecodedText Undeclared(byte[] bytes, bool isUtf8) =>
        isUtf8 || IsSpoiltUtf8(bytes) ? new DecodedText(Encoding.UTF8.GetString(bytes), Utf8) : ByLooks(bytes);

    private static DecodedText? ByMark(byte[] bytes) =>
        bytes.AsSpan() switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => new DecodedText(Encoding.UTF8.GetString(rest), Utf8),
            // Before UTF-16, whose mark this one begins with.
            [0xFF, 0xFE, 0, 0, .. var rest] => new DecodedText(Encoding.UTF32.GetString(rest), "utf-32le"),
            [0, 0, 0xFE, 0xFF, .. var rest] => new DecodedText(
                new UTF32Encoding(true, false).GetString(rest),
                "utf-32be"
            ),
            [0xFF, 0xFE, .. var rest] => new DecodedText(Encoding.Unicode.GetString(rest), "utf-16le"),
            [0xFE, 0xFF, .. var rest] => new DecodedText(Encoding.BigEndianUnicode.GetString(rest), "utf-16be"),
            _ => null,
        };

    /// <summary>How the first bracket lies among zero bytes (XML 1.0, appendix F).</summary>
    private static DecodedText? ByZeros(byte[] bytes) =>
        bytes.AsSpan() switch
        {
            [0, 0, 0, (byte)'<', ..] => new DecodedText(new UTF32Encoding(true, false).GetString(bytes), "utf-32be"),
            [(byte)'<', 0, 0, 0, ..] => new DecodedText(Encoding.UTF32.GetString(bytes), "utf-32le"),
            [0, (byte)'<' or (byte)'{', 0, not 0, ..] => new DecodedText(
                Encoding.BigEndianUnicode.GetString(bytes),
                "utf-16be"
            ),
            [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => new DecodedText(Encoding.Unicode.GetString(bytes), "utf-16le"),
            _ => null,
        };

    /// <summary>ISO-2022-JP is seven bits wide; its escapes to two-byte letters give it away.</summary>
    private static string? Escaped(byte[] bytes) =>
        bytes.AsSpan().IndexOf("\e$B"u8) >= 0 || bytes.AsSpan().IndexOf("\e$@"u8) >= 0
            ? CharsetName.Find("iso-2022-jp")?.GetString(bytes)
            : null;

    /// <summary>ASCII is nearly every charset: it goes by the name that the document has, or that its kind has by default.</summary>
    private static string NameOfAscii(byte[] bytes, string? contentType, bool isPage)
    {
        if (Declarations.InHeader(contentType) is { } said && CharsetName.Find(said) is { } known && !IsWide(known))
            return said.ToLowerInvariant();
        // RFC 3023, section 8.5: XML that is served as text is ASCII, whatever it says itself.
        var isText =
            contentType?.TrimStart().StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true
            && contentType.Contains("xml", StringComparison.OrdinalIgnoreCase);
        if (isText)
            return Ascii;
        if (Declarations.InXml(bytes) is { } inXml && CharsetName.Find(inXml) is { } xml)
            return IsWide(xml) ? Utf8 : inXml.ToLowerInvariant();
        if (!isPage)
            return Utf8;
        return CharsetName.Find(Declarations.InPage(bytes)) is not { } page ? "windows-1252"
            : IsWide(page) ? Utf8
            : page.WebName;
    }

    /// <summary>Whether the bytes can be of that charset.</summary>
    private static bool Fits(Encoding charset, byte[] bytes, bool isUtf8)
    {
        if (IsWide(charset))
            return false;
        // Bytes that are UTF-8 by accident are rare, declarations that lie are not.
        if (charset.CodePage == Encoding.UTF8.CodePage || charset.IsSingleByte)
            return isUtf8 == (charset.CodePage == Encoding.UTF8.CodePage);
        var strict = Encoding.GetEncoding(
            charset.CodePage,
            EncoderFallback.ReplacementFallback,
            DecoderFallback.ExceptionFallback
        );
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            // A letter cut in half at some cutting of a text is not worth the whole.
            return !isUtf8;
        }
    }

    /// <summary>UTF-16 and UTF-32, which bytes without zeros are not.</summary>
    private static bool IsWide(Encoding charset) => charset.CodePage is 1200 or 1201 or 12000 or 12001;

    /// <summary>UTF-8 with a few bytes spoilt: whole letters of several bytes outnumber the spoilt ones, as in no other charset.</summary>
    private static bool IsSpoiltUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, spoilt) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain < 0)
                break;
            bytes = bytes[plain..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done)
                whole++;
            else
                spoilt++;
            bytes = bytes[used..];
        }

        return whole > spoilt;
    }

    private static DecodedText ByLooks(byte[] bytes)
    {
        var sample = bytes.Length > Sample ? bytes[..Sample] : bytes;
        var charset = CharsetDetector.DetectFromBytes(sample).Detected?.Encoding ?? CharsetName.Find("windows-1252")!;
        return new DecodedText(charset.GetString(bytes), charset.WebName);
    }

    /// <summary>Text has zero bytes by accident only.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        return sample.Count((byte)0) * 20 > sample.Length;
    }

    private static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)].TrimStart(" \t\r\n"u8);
        return head.Contains((byte)'<')
            && !head.StartsWith("<?xml"u8)
            && head.IndexOf("<rss"u8) < 0
            && head.IndexOf("<feed"u8) < 0
            && head.IndexOf("<rdf:RDF"u8) < 0
            && head.IndexOf("<channel"u8) < 0
            && head.IndexOf("<opml"u8) < 0
            && head is not [(byte)'{', ..];
    }
}
