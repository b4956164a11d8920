using System.Buffers;

namespace Bot.Core.Feeds.Markup;

/// <summary>Letters that are being put together; its room is borrowed and given back, so that long texts leave nothing behind.</summary>
internal sealed class LetterBuffer : IDisposable
{
    private const int FirstRoom = 1024;
    private char[] letters = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<char> Memory => letters.AsMemory(0, Length);

    public ReadOnlySpan<char> Span => letters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(char letter)
    {
        if (Length == letters.Length)
            MakeRoom(1);
        letters[Length++] = letter;
    }

    public void Append(ReadOnlySpan<char> more)
    {
        if (more.Length > letters.Length - Length)
            MakeRoom(more.Length);
        more.CopyTo(letters.AsSpan(Length));
        Length += more.Length;
    }

    public void Dispose()
    {
        if (letters.Length > 0)
            ArrayPool<char>.Shared.Return(letters);
        (letters, Length) = ([], 0);
    }

    private void MakeRoom(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(FirstRoom, Math.Max(Length + more, letters.Length * 2)));
        Span.CopyTo(larger);
        if (letters.Length > 0)
            ArrayPool<char>.Shared.Return(letters);
        letters = larger;
    }
}
