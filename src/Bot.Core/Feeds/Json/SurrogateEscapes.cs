using System.Globalization;

namespace Bot.Core.Feeds.Json;

/// <summary>Escapes of half a surrogate pair, which .NET's reader refuses in names and values alike.</summary>
internal static class SurrogateEscapes
{
    private const int Length = 6;
    private const string Replacement = "\\uFFFD";

    /// <returns>The same JSON with U+FFFD for each half that has no other; the letters given, where there is none.</returns>
    public static ReadOnlyMemory<char> Mend(string json)
    {
        char[]? mended = null;
        for (var i = 0; i < json.Length; i++)
        {
            var next = json.AsSpan(i).IndexOf('\\');
            if (next < 0)
                break;
            i += next;
            if (UnitAt(json, i) is not { } unit)
            {
                i++;
                continue;
            }

            if (char.IsHighSurrogate(unit) && UnitAt(json, i + Length) is { } low && char.IsLowSurrogate(low))
                i += Length;
            else if (char.IsSurrogate(unit))
                Replacement.CopyTo((mended ??= json.ToCharArray()).AsSpan(i));
            i += Length - 1;
        }

        return mended is null ? json.AsMemory() : mended;
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
