using System.Globalization;
using System.Text;

namespace Bot.Core.Feeds.Fetching;

/// <summary>A path of robots.txt with its wild cards. https://www.rfc-editor.org/rfc/rfc9309#section-2.2.3</summary>
internal sealed class RobotsPattern
{
    private readonly string[] pieces;
    private readonly bool isWhole;

    private RobotsPattern(string[] pieces, bool isWhole, int length)
    {
        this.pieces = pieces;
        this.isWhole = isWhole;
        Length = length;
    }

    /// <summary>Of two that match, the longer one counts.</summary>
    public int Length { get; }

    /// <param name="written">Not empty.</param>
    public static RobotsPattern Parse(string written)
    {
        var ends = written.EndsWith('$');
        return new RobotsPattern(Normal(ends ? written[..^1] : written).Split('*'), ends, written.Length);
    }

    /// <param name="path">With its query, as <see cref="Normal"/> gives it.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        var at = pieces[0].Length;
        if (pieces.Length == 1)
            return !isWhole || at == path.Length;
        // The nearest place is always as good as a later one: what follows has the more room.
        foreach (var piece in pieces.AsSpan(1..^1))
        {
            var found = path.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + piece.Length;
        }

        var last = pieces[^1];
        return isWhole
            ? path.Length - last.Length >= at && path.EndsWith(last, StringComparison.Ordinal)
            : path.IndexOf(last, at, StringComparison.Ordinal) >= 0;
    }

    /// <summary>The one spelling in which a path and a pattern are compared: "/%7ejoe" is "/~joe", "/ü" is "/%C3%BC".</summary>
    public static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        Span<byte> letter = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && Octet(path.AsSpan(i + 1, 2)) is { } octet)
            {
                Add(
                    normal,
                    octet,
                    isPlain: char.IsAsciiLetterOrDigit((char)octet)
                        || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~'
                );
                i += 2;
            }
            else if (char.IsAscii(path[i]))
                normal.Append(path[i]);
            else
            {
                // Half of a pair is written as the sign of what cannot be read.
                Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var taken);
                foreach (var b in letter[..rune.EncodeToUtf8(letter)])
                    Add(normal, b, isPlain: false);
                i += taken - 1;
            }
        }

        return normal.ToString();
    }

    private static byte? Octet(ReadOnlySpan<char> digits) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)
            ? octet
            : null;

    private static void Add(StringBuilder normal, byte octet, bool isPlain)
    {
        if (isPlain)
            normal.Append((char)octet);
        else
            normal.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
    }
}
