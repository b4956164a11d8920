using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace Bot.Text.Lexicons;

/// <summary>A word list kept as one string of "key TAB value" lines, and a table of where each key lies in it.</summary>
internal sealed class PackedList
{
    private readonly string _text;

    /// <summary>Where the line of a key begins, plus one, at the key's slot or the next free one; at most half are taken.</summary>
    private readonly int[] _slots;

    private PackedList(string text)
    {
        _text = text;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)text.AsSpan().Count('\n') * 2 + 2)];
        for (var line = 0; line < text.Length; line = text.IndexOf('\n', line) + 1)
        {
            var slot = SlotOf(KeyAt(line));
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = line + 1;
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
        for (var slot = SlotOf(key); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var rest = _text.AsSpan(_slots[slot] - 1);
            // The list ends with a line's end, so that there is a sign behind every key.
            if (!rest.StartsWith(key) || rest[key.Length] is not ('\t' or '\n'))
                continue;
            rest = rest[key.Length..];
            value = rest[0] == '\t' ? rest[1..rest.IndexOf('\n')] : [];
            return true;
        }

        value = [];
        return false;
    }

    private ReadOnlySpan<char> KeyAt(int line)
    {
        var rest = _text.AsSpan(line);
        return rest[..rest.IndexOfAny('\t', '\n')];
    }

    private int SlotOf(ReadOnlySpan<char> key)
    {
        var hash = (uint)key.Length;
        foreach (var c in key)
            hash = (BitOperations.RotateLeft(hash, 5) ^ c) * 0x9E3779B1;
        return (int)(hash ^ hash >> 15) & (_slots.Length - 1);
    }
}
