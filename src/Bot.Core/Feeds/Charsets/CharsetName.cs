using System.Text;

namespace Bot.Core.Feeds.Charsets;

/// <summary>Charsets by the names that feeds and pages give them.</summary>
internal static class CharsetName
{
    static CharsetName() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="name">As declared.</param>
    /// <returns>Null where nobody knows that charset.</returns>
    public static Encoding? Find(string? name)
    {
        if (name?.Trim().ToLowerInvariant() is not { Length: > 0 } given)
            return null;
        // Windows' charsets extend the ISO ones whose names they go by (WHATWG Encoding, section 4.2).
        var known = given switch
        {
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "cp1252" or "x-cp1252" =>
                "windows-1252",
            "us-ascii" or "ascii" or "ansi_x3.4-1968" => "windows-1252",
            "iso-8859-9" or "iso8859-9" or "latin5" => "windows-1254",
            "iso8859-2" or "latin2" => "iso-8859-2",
            "iso-8859-11" or "tis-620" or "tis620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" => "gb18030",
            "utf8" or "unicode-1-1-utf-8" or "utf-8-sig" => "utf-8",
            "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" or "windows-31j" or "cp932" => "shift_jis",
            "x-euc-jp" or "eucjp" => "euc-jp",
            "ks_c_5601-1987" or "cp949" or "uhc" or "windows-949" => "euc-kr",
            "big5-hkscs" or "x-x-big5" => "big5",
            "cp1251" => "windows-1251",
            "cp1250" => "windows-1250",
            "mac" or "x-mac-roman" or "macroman" => "macintosh",
            _ => given,
        };
        try
        {
            return Encoding.GetEncoding(known);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
