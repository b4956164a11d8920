using System.Numerics;

namespace Bot.Text.Tagging.Learned;

/// <summary>Makes the numbers that features go by: no string is built, and two features share one in four thousand million cases.</summary>
internal static class FeatureKey
{
    private const ulong Prime = 0x9E3779B97F4A7C15;
    private const ulong Mixer = 0xD6E8FEB86659FD93;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325UL ^ (ulong)word.Length;
        foreach (var c in word)
            hash = (hash ^ c) * 0x100000001B3UL;
        return Mix(hash);
    }

    public static uint For(Feature feature, ulong value) => (uint)(Mix(value + ((ulong)feature + 1) * Prime) >> 32);

    public static uint For(Feature feature, ulong first, ulong second) => For(feature, Pair(first, second));

    public static uint For(Feature feature, ulong first, ulong second, ulong third) =>
        For(feature, Pair(Pair(first, second), third));

    public static ulong Pair(ulong first, ulong second) => BitOperations.RotateLeft(first * Prime, 29) + second * Mixer;

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * Mixer;
        value = (value ^ (value >> 29)) * Prime;
        return value ^ (value >> 32);
    }
}
