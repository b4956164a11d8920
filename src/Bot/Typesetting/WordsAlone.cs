using System.Text;
using Bot.Core.Chat;

namespace Bot.Typesetting;

/// <summary>A line's words in no dress at all: what a label or a title is made of.</summary>
internal sealed class WordsAlone : InlineWriter
{
    private readonly StringBuilder line = new();

    public static string Of(IEnumerable<Inline> words)
    {
        var writer = new WordsAlone();
        foreach (var run in words)
            run.Write(writer);
        return SendableWords.Of(writer.line.ToString()).ReplaceLineEndings(" ").Trim();
    }

    public override void Plain(Plain words) => line.Append(words.Text);

    public override void Strong(Strong words) => line.Append(words.Text);

    public override void Small(Small words) => line.Append(words.Text);

    public override void Verbatim(Verbatim words) => line.Append(words.Text);

    public override void WebLink(WebLink link) => line.Append(link.Text);

    public override void CommandHint(CommandHint hint) => line.Append(hint.Command);
}
