using Bot.Core.Chat;
using Bot.Terminal.Lines;

namespace Bot.Terminal.Prompt;

/// <summary>What completes a line: where the part begins that is to be replaced, and by what.</summary>
internal delegate Task<(int Start, IReadOnlyList<string> Words)> LineCompleter(
    string line,
    CancellationToken cancellation
);

/// <summary>Reads lines at a prompt: editing, the lines of before, completion; one line of the screen that scrolls sideways.</summary>
internal sealed class LineEditor(IScreen screen, LineHistory history, LineCompleter complete, string prompt)
{
    private const int MostShown = 40;

    private readonly Lock drawing = new();
    private readonly EditedLine line = new();
    private bool isReading;

    /// <summary>Where in the history the reader is; its length is the line being typed.</summary>
    private int place;
    private string typed = "";

    /// <summary>True where the last line was ended by Ctrl-C and not by Ctrl-D.</summary>
    public bool WasInterrupted { get; private set; }

    /// <returns>The line; null where the reader has ended: Ctrl-D or Ctrl-C on an empty line, or the terminal is gone.</returns>
    public async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        line.Set("");
        place = history.Lines.Count;
        Begin();
        try
        {
            while (await screen.ReadKeyAsync(cancellation) is { } key)
            {
                if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
                {
                    history.Add(line.Text.Trim());
                    return line.Text;
                }

                if (Is(key, 'c', ConsoleKey.C) || Is(key, 'd', ConsoleKey.D) && line.Text.Length == 0)
                {
                    if (line.Text.Length == 0)
                    {
                        WasInterrupted = Is(key, 'c', ConsoleKey.C);
                        return null;
                    }

                    line.End();
                    screen.Write($"{Drawn()}^C\n");
                    line.Set("");
                    place = history.Lines.Count;
                }
                else if (key.Key == ConsoleKey.Tab)
                    await CompleteAsync(cancellation);
                else
                    Press(key);

                Draw();
            }

            return null;
        }
        finally
        {
            End();
        }
    }

    /// <summary>Writes lines over the prompt, and the prompt with what was typed under them again.</summary>
    public void WriteAbove(string lines)
    {
        lock (drawing)
        {
            screen.Write(isReading ? $"\r\e[J{lines}" : lines);
            if (isReading)
                screen.Write(Drawn());
        }
    }

    private void Begin()
    {
        lock (drawing)
        {
            isReading = true;
            screen.Write(Drawn());
        }
    }

    private void End()
    {
        lock (drawing)
        {
            isReading = false;
            screen.Write("\n");
        }
    }

    private void Press(ConsoleKeyInfo key)
    {
        var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow when isControl:
                line.WordLeft();
                break;
            case ConsoleKey.RightArrow when isControl:
                line.WordRight();
                break;
            case ConsoleKey.LeftArrow:
                line.Left();
                break;
            case ConsoleKey.RightArrow:
                line.Right();
                break;
            case ConsoleKey.Home:
                line.Home();
                break;
            case ConsoleKey.End:
                line.End();
                break;
            case ConsoleKey.Backspace when !isControl:
                line.EraseLeft();
                break;
            case ConsoleKey.Delete:
                line.EraseRight();
                break;
            case ConsoleKey.UpArrow:
                Recall(place - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(place + 1);
                break;
            default:
                PressLetter(key);
                break;
        }
    }

    private void PressLetter(ConsoleKeyInfo key)
    {
        if (Is(key, 'a', ConsoleKey.A))
            line.Home();
        else if (Is(key, 'e', ConsoleKey.E))
            line.End();
        else if (Is(key, 'u', ConsoleKey.U))
            line.EraseToStart();
        else if (Is(key, 'k', ConsoleKey.K))
            line.EraseToEnd();
        else if (Is(key, 'w', ConsoleKey.W) || key.Key == ConsoleKey.Backspace)
            line.EraseWord();
        else if (Is(key, 'd', ConsoleKey.D))
            line.EraseRight();
        else if (Is(key, 'p', ConsoleKey.P))
            Recall(place - 1);
        else if (Is(key, 'n', ConsoleKey.N))
            Recall(place + 1);
        else if (Is(key, 'l', ConsoleKey.L))
            screen.Write("\e[H\e[2J");
        else if (!char.IsControl(key.KeyChar) && key.KeyChar != '\0')
            line.Insert(ControlCharacters.Without($"{key.KeyChar}"));
    }

    private void Recall(int wanted)
    {
        if (wanted < 0 || wanted > history.Lines.Count)
            return;
        if (place == history.Lines.Count)
            typed = line.Text;
        place = wanted;
        line.Set(place == history.Lines.Count ? typed : history.Lines[place]);
    }

    private async Task CompleteAsync(CancellationToken cancellation)
    {
        var before = line.Text[..line.Cursor];
        var (start, words) = await complete(before, cancellation);
        if (words.Count == 0)
            return;
        if (words.Count == 1)
        {
            line.Replace(start, words[0].EndsWith(':') ? words[0] : $"{words[0]} ");
            return;
        }

        var common = words.Aggregate(Common);
        if (common.Length > line.Cursor - start)
        {
            line.Replace(start, common);
            return;
        }

        var shown = string.Join(" · ", words.Take(MostShown));
        var lines = LineWrapper.Wrap([new StyledRun(shown, Spectre.Console.Style.Plain)], screen.Width);
        WriteAbove(
            $"{prompt}{line.Text}\n{string.Concat(lines.Select(l => $"{string.Concat(l.Select(r => r.Text))}\n"))}"
        );
    }

    private static string Common(string one, string other)
    {
        var length = 0;
        while (
            length < Math.Min(one.Length, other.Length)
            && char.ToUpperInvariant(one[length]) == char.ToUpperInvariant(other[length])
        )
            length++;
        return one[..length];
    }

    private void Draw()
    {
        lock (drawing)
            screen.Write(Drawn());
    }

    private string Drawn()
    {
        var room = Math.Max(1, screen.Width - Cells.Of(prompt) - 1);
        var start = 0;
        while (Cells.Of(line.Text.AsSpan(start, line.Cursor - start)) > room)
            start += Cells.NextLetter(line.Text.AsSpan(start), out _);
        var end = start;
        for (var cells = 0; end < line.Text.Length; )
        {
            var length = Cells.NextLetter(line.Text.AsSpan(end), out var width);
            if (cells + width > room)
                break;
            cells += width;
            end += length;
        }

        var column = Cells.Of(prompt) + Cells.Of(line.Text.AsSpan(start, line.Cursor - start));
        return $"\r\e[J{prompt}{line.Text[start..end]}\r{(column > 0 ? $"\e[{column}C" : "")}";
    }

    private static bool Is(ConsoleKeyInfo key, char letter, ConsoleKey named) =>
        key.KeyChar == (char)(letter - 'a' + 1) && (key.Key == named || key.Key == ConsoleKey.None)
        || key.Key == named && key.Modifiers == ConsoleModifiers.Control;
}
