using System.Globalization;

namespace Bot.Terminal.Prompt;

/// <summary>A line while it is typed. The cursor moves by letters as a reader sees them, never into the middle of one.</summary>
internal sealed class EditedLine
{
    public const int MostCharacters = 4000;

    public string Text { get; private set; } = "";

    /// <summary>Before which code unit of the text the next letter goes.</summary>
    public int Cursor { get; private set; }

    public void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string letters) => Replace(Cursor, letters);

    /// <summary>Puts letters in the place of those between the start and the cursor.</summary>
    public void Replace(int start, string letters)
    {
        if (Text.Length - (Cursor - start) + letters.Length > MostCharacters)
            return;
        Text = string.Concat(Text.AsSpan(0, start), letters, Text.AsSpan(Cursor));
        Cursor = start + letters.Length;
    }

    public void Left() => Cursor = Before(Cursor);

    public void Right() => Cursor = After(Cursor);

    public void Home() => Cursor = 0;

    public void End() => Cursor = Text.Length;

    public void WordLeft()
    {
        while (Cursor > 0 && char.IsWhiteSpace(Text[Cursor - 1]))
            Cursor--;
        while (Cursor > 0 && !char.IsWhiteSpace(Text[Cursor - 1]))
            Cursor--;
    }

    public void WordRight()
    {
        while (Cursor < Text.Length && char.IsWhiteSpace(Text[Cursor]))
            Cursor++;
        while (Cursor < Text.Length && !char.IsWhiteSpace(Text[Cursor]))
            Cursor++;
    }

    public void EraseLeft() => Erase(Before(Cursor), Cursor);

    public void EraseRight() => Erase(Cursor, After(Cursor));

    public void EraseToStart() => Erase(0, Cursor);

    public void EraseToEnd() => Erase(Cursor, Text.Length);

    public void EraseWord()
    {
        var end = Cursor;
        WordLeft();
        Erase(Cursor, end);
    }

    private void Erase(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int After(int at) =>
        at >= Text.Length ? Text.Length : at + StringInfo.GetNextTextElementLength(Text.AsSpan(at));

    private int Before(int at)
    {
        var last = 0;
        for (var next = 0; next < at; next = After(next))
            last = next;
        return last;
    }
}
