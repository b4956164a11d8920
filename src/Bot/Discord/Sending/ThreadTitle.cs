using System.Globalization;
using System.Text;
using Bot.Core.Chat;

namespace Bot.Discord.Sending;

/// <summary>What a post in a forum is called: its own heading, at most a hundred letters.</summary>
internal sealed class ThreadTitle : InlineWriter
{
    public const int MostLetters = 100;

    private readonly StringBuilder letters = new();

    private ThreadTitle() { }

    /// <param name="unnamed">Where it has no heading.</param>
    public static string Of(Reply reply, string unnamed)
    {
        var title = new ThreadTitle();
        foreach (var words in reply.Blocks.OfType<HeadingBlock>().Take(1).SelectMany(h => h.Words))
            words.Write(title);
        var written = WhiteSpace.Fold(ControlCharacters.Without(title.letters.ToString())).Trim();
        return Short(written.Length == 0 ? unnamed : written);
    }

    public override void Plain(Plain words) => letters.Append(words.Text);

    public override void Strong(Strong words) => letters.Append(words.Text);

    public override void Small(Small words) => letters.Append(words.Text);

    public override void Verbatim(Verbatim words) => letters.Append(words.Text);

    public override void WebLink(WebLink link) => letters.Append(link.Text);

    public override void CommandHint(CommandHint hint) => letters.Append(hint.Command);

    private static string Short(string title)
    {
        if (title.Length <= MostLetters)
            return title;
        var end = 0;
        for (
            var next = StringInfo.GetNextTextElementLength(title);
            next < MostLetters;
            next += StringInfo.GetNextTextElementLength(title.AsSpan(next))
        )
            end = next;
        return $"{title[..end].TrimEnd()}…";
    }
}
