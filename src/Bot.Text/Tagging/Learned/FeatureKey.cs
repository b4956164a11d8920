using System.Runtime.CompilerServices;
using Bot.Text.Letters;

namespace Bot.Text.Tagging.Learned;

/// <summary>Makes the numbers that features go by: no string is built, and two features share one in four thousand million cases.</summary>
internal static class FeatureKey
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint For(Feature feature, ulong value) =>
        (uint)(LetterHash.Mix(value + ((ulong)feature + 1) * LetterHash.Prime) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint For(Feature feature, ulong first, ulong second) => For(feature, Pair(first, second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint For(Feature feature, ulong first, ulong second, ulong third) =>
        For(feature, Pair(Pair(first, second), third));

    public static ulong Pair(ulong first, ulong second) => LetterHash.Pair(first, second);
}
