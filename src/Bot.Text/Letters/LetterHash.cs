using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Text.Letters;

/// <summary>Letters as one number of 64 bits, and numbers joined to one.</summary>
internal static class LetterHash
{
    public const ulong Prime = 0x9E3779B97F4A7C15;
    private const ulong Mixer = 0xD6E8FEB86659FD93;

    public static ulong Of(ReadOnlySpan<char> letters)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)letters.Length;
        foreach (var c in letters)
            hash = (hash ^ c) * 0x100000001B3UL;
        return Mix(hash);
    }

    /// <summary>Another number of letters, sooner known: nothing is learned by it.</summary>
    public static ulong Quick(ReadOnlySpan<char> letters)
    {
        var hash = (ulong)letters.Length * Prime;
        var bytes = MemoryMarshal.AsBytes(letters);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
        var rest = 0UL;
        for (var i = 0; i < bytes.Length; i += sizeof(char))
            rest = rest << 16 | MemoryMarshal.Read<char>(bytes[i..]);
        return Mix(hash ^ rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong first, ulong second) => BitOperations.RotateLeft(first * Prime, 29) + second * Mixer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * Mixer;
        value = (value ^ (value >> 29)) * Prime;
        return value ^ (value >> 32);
    }
}
