using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Core.Articles.Charsets;

/// <summary>The charset that a page names in its head.</summary>
internal static partial class DeclaredCharset
{
    private const int HeadBytes = 4096;

    public static string? Find(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, HeadBytes));
        var found = InMeta().Match(head) is { Success: true } meta ? meta : InXml().Match(head);
        return found.Success ? found.Groups["name"].Value : null;
    }

    [GeneratedRegex(
        """<meta[^>]+charset\s*=\s*["']?\s*(?<name>[\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex InMeta();

    [GeneratedRegex(
        """<\?xml[^>]+encoding\s*=\s*["'](?<name>[\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200
    )]
    private static partial Regex InXml();
}
