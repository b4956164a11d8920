namespace Bot.Terminal.Prompt;

/// <summary>Shows an answer that is longer than the screen in pages: space for the next, Enter for a line, q to leave it.</summary>
internal sealed class Pager(IScreen screen, string more)
{
    public async Task ShowAsync(string text, CancellationToken cancellation)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var room = Math.Max(2, screen.Height - 1);
        var at = Math.Min(lines.Length, lines.Length <= room ? lines.Length : room - 1);
        Write(lines, 0, at);
        while (at < lines.Length)
        {
            screen.Write(more);
            var key = await screen.ReadKeyAsync(cancellation);
            screen.Write("\r\e[K");
            var wanted = key switch
            {
                null or { KeyChar: 'q' or 'Q' or '\u0003' or '\u0004' } or { Key: ConsoleKey.Escape } => 0,
                { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control } => 0,
                { Key: ConsoleKey.Enter or ConsoleKey.DownArrow } or { KeyChar: '\r' or '\n' or 'j' } => 1,
                { Key: ConsoleKey.End } or { KeyChar: 'G' } => lines.Length,
                { Key: ConsoleKey.Spacebar or ConsoleKey.PageDown } or { KeyChar: ' ' } => room - 1,
                _ => -1,
            };
            if (wanted == 0)
                return;
            if (wanted < 0)
                continue;
            var next = Math.Min(lines.Length, at + wanted);
            Write(lines, at, next);
            at = next;
        }
    }

    private void Write(string[] lines, int from, int to) =>
        screen.Write(string.Concat(lines.Skip(from).Take(to - from).Select(l => $"{l}\n")));
}
