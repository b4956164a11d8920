using Bot.Core.Chat;
using Bot.Terminal.Lines;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Dresses each kind of words for the terminal, and lets nothing through that would steer it.</summary>
internal sealed class TerminalWords(TerminalDress dress) : InlineWriter
{
    private static readonly Style Ours = Style.Plain;
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Print = new(foreground: Color.Grey);
    private static readonly Style Hint = new(foreground: Color.Teal);

    private readonly List<StyledRun> runs = [];
    private bool isPrint;

    /// <param name="isPrint">True in small print, where plain words are small too.</param>
    public static List<StyledRun> Of(IReadOnlyList<Inline> words, TerminalDress dress, bool isPrint = false)
    {
        var writer = new TerminalWords(dress) { isPrint = isPrint };
        foreach (var run in words)
            run.Write(writer);
        return writer.runs;
    }

    public static StyledRun Number(int number, int cells) => new($"{number}".PadLeft(cells), Print);

    public override void Plain(Plain words) => Add(words.Text, isPrint ? Print : Ours);

    public override void Strong(Strong words) => Add(words.Text, Bold);

    public override void Small(Small words) => Add(words.Text, Print);

    public override void Verbatim(Verbatim words) =>
        Add(
            words.Text,
            words.IsStrong ? Bold
                : isPrint ? Print
                : Ours
        );

    public override void WebLink(WebLink link)
    {
        var style = isPrint ? Print : Ours;
        var text = ControlCharacters.Without(link.Text);
        var target = ControlCharacters.Without(link.Target.AbsoluteUri);
        if (dress.IsTerminal)
            runs.Add(new StyledRun(text, style.Combine(new Style(decoration: Decoration.Underline)), new Link(target)));
        else
            Add(text == target ? text : $"{text} <{target}>", style);
    }

    public override void CommandHint(CommandHint hint) => Add(hint.Command, Hint);

    private void Add(string text, Style style) => runs.Add(new StyledRun(ControlCharacters.Without(text), style));
}
