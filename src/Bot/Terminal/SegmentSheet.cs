using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>Lines that are laid out already, printed through Spectre, which knows how each terminal is told its colours.</summary>
internal sealed class SegmentSheet(IReadOnlyList<Segment> segments) : IRenderable
{
    public static string Print(IReadOnlyList<Segment> segments, TerminalDress dress)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = dress.IsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = dress.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Width = int.MaxValue;
        console.Profile.Capabilities.Links = dress.IsTerminal;
        console.Write(new SegmentSheet(segments));
        return writer.ToString();
    }

    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => segments;
}
