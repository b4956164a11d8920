using Bot.Core.Chat;
using Bot.Terminal.Lines;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Lays a table out in columns; where the width does not hold them, the widest columns give way and their cells wrap.</summary>
internal static class TableLayout
{
    private const int Gap = 2;
    private const int StackedIndent = 4;

    public static IEnumerable<IReadOnlyList<StyledRun>> Of(TableBlock table, TerminalDress dress)
    {
        var rows = new List<List<List<StyledRun>>>();
        if (table.Headers.Count > 0)
            rows.Add([.. table.Headers.Select(h => TerminalWords.Of([new Small(h)], dress))]);
        rows.AddRange(table.Rows.Select(r => r.Select(c => TerminalWords.Of(c, dress)).ToList()));
        if (rows.Count == 0)
            yield break;
        if (Widths(rows, dress.Width) is not { } widths)
        {
            foreach (var line in rows.SelectMany(r => Stacked(r, dress.Width)))
                yield return line;
            yield break;
        }

        foreach (var row in rows)
        {
            foreach (var line in RowLines(row, widths))
                yield return line;
        }
    }

    /// <returns>Null where the width does not hold the columns without breaking words.</returns>
    private static int[]? Widths(List<List<List<StyledRun>>> rows, int width)
    {
        var columns = rows.Max(r => r.Count);
        var widths = new int[columns];
        var least = new int[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Sum(r => Cells.Of(r.Text)));
                least[i] = Math.Max(
                    least[i],
                    row[i].SelectMany(r => r.Text.Split(' ')).Select(w => Cells.Of(w)).DefaultIfEmpty(0).Max()
                );
            }
        }

        for (var over = widths.Sum() + Gap * columns - width; over > 0; over--)
        {
            var widest = Enumerable
                .Range(0, columns)
                .Where(i => widths[i] > least[i])
                .DefaultIfEmpty(-1)
                .MaxBy(i => i < 0 ? 0 : widths[i]);
            if (widest < 0)
                return null;
            widths[widest]--;
        }

        return widths;
    }

    /// <summary>A row as one paragraph, where there is no room for columns.</summary>
    private static IEnumerable<IReadOnlyList<StyledRun>> Stacked(List<List<StyledRun>> row, int width)
    {
        var runs = new List<StyledRun>();
        foreach (var cell in row.Where(c => c.Exists(r => r.Text.Length > 0)))
        {
            if (runs.Count > 0)
                runs.Add(new StyledRun(" · ", Style.Plain));
            runs.AddRange(cell);
        }

        var indent = 1;
        foreach (var line in LineWrapper.Wrap(runs, width - StackedIndent))
        {
            yield return [new StyledRun(new string(' ', indent), Style.Plain), .. line];
            indent = StackedIndent;
        }
    }

    private static IEnumerable<IReadOnlyList<StyledRun>> RowLines(List<List<StyledRun>> row, int[] widths)
    {
        var cells = row.Select((c, i) => LineWrapper.Wrap(c, widths[i])).ToList();
        for (var line = 0; line < cells.Max(c => c.Count); line++)
        {
            var runs = new List<StyledRun>();
            var blank = 1;
            for (var i = 0; i < cells.Count; i++)
            {
                List<StyledRun> words = line < cells[i].Count ? cells[i][line] : [];
                if (words.Count > 0)
                {
                    runs.Add(new StyledRun(new string(' ', blank), Style.Plain));
                    runs.AddRange(words);
                    blank = 0;
                }

                blank += widths[i] + Gap - words.Sum(w => Cells.Of(w.Text));
            }

            yield return runs;
        }
    }
}
