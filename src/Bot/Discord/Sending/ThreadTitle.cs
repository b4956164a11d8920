using Bot.Core.Chat;
using Bot.Typesetting;

namespace Bot.Discord.Sending;

/// <summary>What a post in a forum is called: its own heading, at most a hundred letters.</summary>
internal static class ThreadTitle
{
    public const int MostLetters = 100;

    /// <param name="unnamed">Where it has no heading.</param>
    public static string Of(Reply reply, string unnamed)
    {
        var heading = reply.Blocks.OfType<HeadingBlock>().FirstOrDefault();
        var title = WhiteSpace.Fold(WordsAlone.Of(heading?.Words ?? []));
        return SendableWords.Label(SendableWords.CanBeSeen(title) ? title : unnamed, MostLetters);
    }
}
