using Bot.Text.Names;
using Bot.Text.Sentences;

namespace Bot.Text.Keywords;

/// <summary>Finds the words and phrases that a reader would search the article by.</summary>
public static class KeywordFinder
{
    public static IReadOnlyList<string> Find(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Entity> entities
    )
    {
        _ = (text, sentences);
        return [.. entities.Take(8).Select(e => e.Name)];
    }
}
