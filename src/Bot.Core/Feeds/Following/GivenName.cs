using Bot.Core.Articles.Headlines;
using Bot.Core.Chat;

namespace Bot.Core.Feeds.Following;

/// <summary>What a feed or a folder is called by somebody: on one line, without the marks that hold a name together in a command.</summary>
public static class GivenName
{
    /// <summary>They hold a name together in a command, and so are in none.</summary>
    public const string Marks = "\"“”„«»";

    /// <param name="most">UTF-16 units.</param>
    /// <returns>Empty where nothing is left.</returns>
    public static string Of(string? words, int most) =>
        OneLine
            .Cut(OneLine.Of(string.Concat(ControlCharacters.Without(words ?? "").Where(c => !Marks.Contains(c)))), most)
            .TrimEnd();
}
