namespace Bot.Terminal.Lines;

/// <summary>Breaks runs of words into lines of a width: at blanks, between wide letters, and inside a word that fits on no line.</summary>
internal sealed class LineWrapper(int width)
{
    private readonly List<List<StyledRun>> lines =
    [
        [],
    ];

    /// <summary>Pieces since the last place where the line may break.</summary>
    private readonly List<StyledRun> word = [];
    private int lineCells;
    private int wordCells;
    private int blankCells;

    public static List<List<StyledRun>> Wrap(IReadOnlyList<StyledRun> runs, int width)
    {
        var wrapper = new LineWrapper(Math.Max(2, width));
        foreach (var run in runs)
            wrapper.Add(run);
        wrapper.EndWord();
        return wrapper.lines;
    }

    private void Add(StyledRun run)
    {
        var start = 0;
        for (var at = 0; at < run.Text.Length; )
        {
            var letter = run.Text[at];
            if (letter is ' ' or '\n')
            {
                Take(run, start, at);
                EndWord();
                if (letter == '\n')
                    NewLine();
                else if (lineCells > 0)
                    blankCells = 1;
                start = ++at;
                continue;
            }

            var length = Cells.NextLetter(run.Text.AsSpan(at), out var cells);
            if (cells == 2 && at > start)
            {
                // Chinese and Japanese break between any two letters.
                Take(run, start, at);
                EndWord();
                start = at;
            }

            if (wordCells + cells > width)
            {
                Take(run, start, at);
                EndWord();
                start = at;
            }

            wordCells += cells;
            at += length;
            if (cells == 2)
            {
                Take(run, start, at);
                EndWord();
                start = at;
            }
        }

        Take(run, start, run.Text.Length);
    }

    private void Take(StyledRun run, int start, int end)
    {
        if (end > start)
            word.Add(run with { Text = run.Text[start..end] });
    }

    private void EndWord()
    {
        if (word.Count == 0)
            return;
        if (lineCells > 0 && lineCells + blankCells + wordCells > width)
            NewLine();
        if (blankCells > 0 && lineCells > 0)
            lines[^1].Add(lines[^1][^1] with { Text = " " });
        lines[^1].AddRange(word);
        lineCells += wordCells + (lineCells > 0 ? blankCells : 0);
        word.Clear();
        wordCells = blankCells = 0;
    }

    private void NewLine()
    {
        lines.Add([]);
        lineCells = blankCells = 0;
    }
}
