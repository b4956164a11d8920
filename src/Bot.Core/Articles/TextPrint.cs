using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Articles;

/// <summary>What a text is known again by.</summary>
internal static class TextPrint
{
    private const int BlockLength = 2048;

    /// <summary>SHA-256 of the text to the letter, as UTF-8.</summary>
    public static string Exact(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 of its letters and digits in small letters: alike for copies that differ in white space, marks and case.</summary>
    public static string Likeness(ReadOnlySpan<char> text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<char> block = stackalloc char[BlockLength];
        var used = 0;
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter))
                continue;
            block[used++] = char.ToLowerInvariant(letter);
            if (used < BlockLength)
                continue;
            hash.AppendData(MemoryMarshal.AsBytes(block));
            used = 0;
        }

        hash.AppendData(MemoryMarshal.AsBytes(block[..used]));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
