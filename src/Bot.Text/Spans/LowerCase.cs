namespace Bot.Text.Spans;

/// <summary>Words in small letters, for looking them up without a string of their own.</summary>
internal static class LowerCase
{
    /// <summary>Room for nearly every word; a longer one takes memory of its own.</summary>
    public const int Room = 64;

    /// <returns>The word in small letters: in the room given where it has room.</returns>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> room)
    {
        var lower = word.Length <= room.Length ? room[..word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        return lower;
    }

    /// <summary>As <see cref="Of"/>, with straight apostrophes.</summary>
    public static ReadOnlySpan<char> WithPlainApostrophes(ReadOnlySpan<char> word, Span<char> room)
    {
        var lower = word.Length <= room.Length ? room[..word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        return lower;
    }
}
