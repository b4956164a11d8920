using Bot.Core.Chat;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Lays a table out in columns; where the width does not hold them, the widest columns give way and their cells wrap.</summary>
internal static class TableLayout
{
    private const int Gap = 2;
    private const int NarrowestColumn = 8;

    public static IEnumerable<IReadOnlyList<StyledRun>> Of(TableBlock table, TerminalDress dress)
    {
        var rows = new List<List<List<StyledRun>>>();
        if (table.Headers.Count > 0)
            rows.Add([.. table.Headers.Select(h => TerminalWords.Of([new Small(h)], dress))]);
        rows.AddRange(table.Rows.Select(r => r.Select(c => TerminalWords.Of(c, dress)).ToList()));
        if (rows.Count == 0)
            yield break;
        var widths = Widths(rows, dress.Width);
        foreach (var row in rows)
        {
            foreach (var line in RowLines(row, widths))
                yield return line;
        }
    }

    private static int[] Widths(List<List<List<StyledRun>>> rows, int width)
    {
        var columns = rows.Max(r => r.Count);
        var widths = new int[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
                widths[i] = Math.Max(widths[i], row[i].Sum(r => Cells.Of(r.Text)));
        }

        var room = Math.Max(columns, width - Gap * columns);
        for (var over = widths.Sum() - room; over > 0; over = widths.Sum() - room)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            var next = widths.Where((_, i) => i != widest).DefaultIfEmpty(0).Max();
            var narrower = Math.Max(Math.Min(next, widths[widest] - 1), widths[widest] - over);
            if (widths[widest] <= NarrowestColumn)
                break;
            widths[widest] = Math.Max(NarrowestColumn, narrower);
        }

        return widths;
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
