using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;

namespace Bot.Core.Articles.Seeds;

/// <summary>A headline made of an article's own first words, for an article that has none.</summary>
internal static class Headline
{
    private const int Longest = 90;

    public static string Of(string text)
    {
        var blocks = LayoutReader.Read(text);
        var sentences = SentenceSplitter.Split(text, blocks, MarkScanner.Scan(text, blocks));
        var words = sentences.Count > 0 ? sentences[0].Span.Of(text) : text.Trim();
        return words.Length <= Longest ? words : words[..words.LastIndexOf(' ', Longest)];
    }
}
