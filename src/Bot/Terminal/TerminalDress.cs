namespace Bot.Terminal;

/// <summary>What the place that is written to can show.</summary>
/// <param name="Width">In cells; a letter of Latin takes one, of Chinese two.</param>
/// <param name="IsTerminal">False for a file or a pipe: plain text, without bold letters and links.</param>
public sealed record TerminalDress(int Width, bool IsTerminal, bool HasColour)
{
    private const int NarrowestWidth = 20;
    private const int WidestWidth = 100;

    /// <summary>A pipe is read in an editor or by grep: lines of a page's width, the same on every machine.</summary>
    public static readonly TerminalDress Piped = new(WidestWidth, IsTerminal: false, HasColour: false);

    /// <summary>Of this process's standard output. https://no-color.org</summary>
    public static TerminalDress OfStandardOutput()
    {
        if (Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
            return Piped;
        var hasColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new TerminalDress(ReadableWidth(Console.WindowWidth), IsTerminal: true, hasColour);
    }

    /// <summary>Lines longer than a page's are hard to follow, however wide the window is.</summary>
    private static int ReadableWidth(int window) => window <= 0 ? 80 : Math.Clamp(window, NarrowestWidth, WidestWidth);
}
