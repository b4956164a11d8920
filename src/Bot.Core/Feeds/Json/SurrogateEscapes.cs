using System.Globalization;

namespace Bot.Core.Feeds.Json;

/// <summary>Escapes of half a surrogate pair, which .NET's reader refuses in names and values alike.</summary>
internal static class SurrogateEscapes
{
    private const int Length = 6;
    private const string Replacement = "\\uFFFD";

    /// <returns>The same JSON with U+FFFD for each half that has no other.</returns>
    public static string Mend(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
            return json;
        var mended = json.ToCharArray();
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;
            if (UnitAt(json, i) is not { } unit)
            {
                i++;
                continue;
            }

            if (char.IsHighSurrogate(unit) && UnitAt(json, i + Length) is { } next && char.IsLowSurrogate(next))
                i += Length;
            else if (char.IsSurrogate(unit))
                Replacement.CopyTo(mended.AsSpan(i));
            i += Length - 1;
        }

        return new string(mended);
    }

    /// <summary>What "\u0041" at a place stands for; null where no such escape is there.</summary>
    private static char? UnitAt(string json, int at) =>
        at + Length <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(
            json.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? (char)unit
            : null;
}
