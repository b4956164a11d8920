using System.IO.Compression;
using System.Text;

namespace Bot.Text.Lexicons;

/// <summary>A word list kept as one string of "key TAB value" lines in ordinal order, and searched where it lies.</summary>
internal sealed class PackedList
{
    private readonly string _text;
    private readonly int[] _lines;

    private PackedList(string text)
    {
        _text = text;
        _lines = new int[text.AsSpan().Count('\n') + 1];
        var line = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                _lines[++line] = i + 1;
        }
    }

    public static PackedList Load(string resource)
    {
        using var packed = typeof(PackedList).Assembly.GetManifestResourceStream(resource)!;
        using var plain = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return new PackedList(reader.ReadToEnd());
    }

    public bool Contains(ReadOnlySpan<char> key) => TryFind(key, out _);

    /// <param name="value">What stands after the key's tab; empty where the list has keys alone.</param>
    public bool TryFind(ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var (low, high) = (0, _lines.Length - 2);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var line = _text.AsSpan(_lines[middle], _lines[middle + 1] - 1 - _lines[middle]);
            var tab = line.IndexOf('\t');
            var order = key.SequenceCompareTo(tab < 0 ? line : line[..tab]);
            if (order == 0)
            {
                value = tab < 0 ? [] : line[(tab + 1)..];
                return true;
            }

            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }

        value = [];
        return false;
    }
}
