using Bot.Core.Chat;
using Bot.Typesetting;

namespace Bot.Discord.Rendering;

/// <summary>The heading that an answer begins with, as its embed's title.</summary>
internal static class EmbedTitle
{
    /// <summary>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</summary>
    public const int Longest = 256;

    /// <returns>Null where a title cannot hold it: it is too long, leads somewhere, or has something to copy.</returns>
    public static string? TryOf(HeadingBlock heading)
    {
        if (heading.Words.Any(w => w is WebLink or CommandHint))
            return null;
        var words = WordsAlone.Of(heading.Words);
        if (!SendableWords.CanBeSeen(words) || words.Contains("://", StringComparison.Ordinal))
            return null;
        var title = MarkdownEscapes.Escaped(words, isLineStart: true, isLineEnd: true);
        return title.Length <= Longest ? title : null;
    }
}
