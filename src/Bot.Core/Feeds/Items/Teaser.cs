namespace Bot.Core.Feeds.Items;

/// <summary>Tells a teaser, a headline or a few sentences of what the page has, from a whole text.</summary>
internal static class Teaser
{
    private const int FewestLetters = 1200;
    private const int FewestParagraphs = 2;

    /// <param name="text">Paragraphs, an empty line between two.</param>
    public static bool Is(string text) =>
        text.Length < FewestLetters || text.Split("\n\n", FewestParagraphs).Length < FewestParagraphs;
}
