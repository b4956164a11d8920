using Bot.Core.Chat;
using Bot.Typesetting;

namespace Bot.Discord.Sending;

/// <summary>What a thread is called, in at most a hundred letters; a post in a forum by its own heading.</summary>
internal static class ThreadTitle
{
    public const int MostLetters = 100;

    public static string Of(string title) => SendableWords.Label(title, MostLetters);

    /// <param name="unnamed">Where it has no heading.</param>
    public static string Of(Reply reply, string unnamed)
    {
        var heading = reply.Blocks.OfType<HeadingBlock>().FirstOrDefault();
        var title = WhiteSpace.Fold(WordsAlone.Of(heading?.Words ?? []));
        return Of(SendableWords.CanBeSeen(title) ? title : unnamed);
    }
}
