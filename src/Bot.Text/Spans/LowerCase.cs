namespace Bot.Text.Spans;

/// <summary>Words in small letters, for looking them up without a string of their own.</summary>
internal static class LowerCase
{
    /// <summary>Room for nearly every word; a longer one takes memory of its own.</summary>
    public const int Room = 64;

    /// <returns>The word in small letters: the very word where it has no others.</returns>
    public static string Of(string word)
    {
        var lower = Of(word, stackalloc char[Room]);
        return lower.SequenceEqual(word) ? word : lower.ToString();
    }

    /// <returns>The word in small letters: in the room given where it has room.</returns>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> room)
    {
        var lower = word.Length <= room.Length ? room[..word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        return lower;
    }

    /// <returns>The word in small letters with straight apostrophes: in the room given where it has room.</returns>
    public static ReadOnlySpan<char> WithPlainApostrophes(ReadOnlySpan<char> word, Span<char> room)
    {
        var lower = word.Length <= room.Length ? room[..word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return lower;
    }
}
