using System.Buffers;
using System.Globalization;
using System.Text;
using UtfUnknown;

namespace Bot.Core.Articles.Charsets;

/// <summary>
/// Turns bytes into text: by the byte-order mark, by zero bytes as UTF-16 leaves them, as strict UTF-8, by what the
/// document declares, by what the bytes look like.
/// </summary>
internal static class TextDecoder
{
    private const int Sample = 64 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="declared">The charset's name that the document gives itself, if any.</param>
    /// <returns>The text without byte-order mark, or null where the bytes are no text.</returns>
    public static string? Decode(byte[] bytes, string? declared)
    {
        var text =
            ByMark(bytes)
            ?? ByZeros(bytes)
            ?? ByEscapes(bytes)
            ?? ByStrictUtf8(bytes)
            ?? ByName(bytes, declared)
            ?? ByLooks(bytes);
        return text is not null && LooksLikeText(text) ? text : null;
    }

    private static string? ByMark(byte[] bytes) =>
        bytes.AsSpan() switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            // Before UTF-16, whose mark this one begins with.
            [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
            [0, 0, 0xFE, 0xFF, .. var rest] => new UTF32Encoding(true, false).GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => null,
        };

    /// <summary>In UTF-16 the blanks, line ends and digits of any script have a zero byte, always on the same side.</summary>
    private static string? ByZeros(byte[] bytes)
    {
        var sample = bytes.AsSpan(0, Math.Min(bytes.Length, Sample));
        if (!sample.Contains((byte)0) || bytes.Length % 2 != 0)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }

        return even == 0 ? Encoding.Unicode.GetString(bytes)
            : odd == 0 ? Encoding.BigEndianUnicode.GetString(bytes)
            : null;
    }

    /// <summary>ISO-2022-JP is seven bits wide and would pass as UTF-8; its escapes to two-byte letters give it away.</summary>
    private static string? ByEscapes(byte[] bytes) =>
        bytes.AsSpan().IndexOf("\e$B"u8) >= 0 || bytes.AsSpan().IndexOf("\e$@"u8) >= 0
            ? Encoding.GetEncoding("iso-2022-jp").GetString(bytes)
            : null;

    /// <summary>Before what is declared: bytes that are UTF-8 by accident are rare, declarations that lie are not.</summary>
    private static string? ByStrictUtf8(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return IsBrokenUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
    }

    /// <summary>UTF-8 with a few bytes spoilt: whole letters of several bytes outnumber the spoilt ones by far.</summary>
    private static bool IsBrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, spoilt) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status != OperationStatus.Done)
                spoilt++;
            else if (used > 1)
                whole++;
            bytes = bytes[used..];
        }

        return whole > spoilt * 4;
    }

    private static string? ByName(byte[] bytes, string? declared)
    {
        if (declared is null)
            return null;
        // Pages in Windows' charsets call themselves by the ISO names that they extend (WHATWG Encoding, section 4.2).
        var name = declared.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" => "gb18030",
            "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" => null, // They are not, or were found so before.
            var other => other,
        };
        try
        {
            return name is null ? null : Encoding.GetEncoding(name).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? ByLooks(byte[] bytes) =>
        CharsetDetector.DetectFromBytes(bytes).Detected?.Encoding?.GetString(bytes);

    /// <summary>Text has no control characters to speak of.</summary>
    private static bool LooksLikeText(string text)
    {
        var strange = 0;
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        foreach (var letter in sample)
        {
            if (
                letter is '\uFFFD'
                || char.GetUnicodeCategory(letter) is UnicodeCategory.Control && !char.IsWhiteSpace(letter)
            )
                strange++;
        }

        return strange * 50 <= sample.Length;
    }
}
