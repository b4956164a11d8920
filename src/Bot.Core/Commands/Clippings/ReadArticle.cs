using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Text;
using Bot.Text.Layout;
using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Core.Commands.Clippings;

/// <summary>An article together with what was understood of it; answers where in it something stands.</summary>
/// <param name="shortest">What a reader types for it now: nothing for the newest, its number in the last list, else its id.</param>
internal sealed class ReadArticle(Article article, AnalyzedText read, string shortest)
{
    private const int MostInOneGo = 1500;

    public Article Article => article;

    public AnalyzedText Read => read;

    public string Text => article.Text;

    public string Shortest => shortest;

    public Entity? Entity(int id) => read.Entities.FirstOrDefault(e => e.Id == id);

    /// <returns>The index of the sentence that the position stands in, null where it stands in none.</returns>
    public int? SentenceAt(int position)
    {
        var (low, high) = (0, read.Sentences.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = read.Sentences[middle].Span;
            if (span.Contains(position))
                return middle;
            if (span.Start > position)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }

    /// <returns>The number of the paragraph that the position stands in, null where it stands in none.</returns>
    public int? ParagraphAt(int position)
    {
        var (low, high) = (0, read.Blocks.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var block = read.Blocks[middle];
            if (position < block.Span.Start)
                high = middle - 1;
            else if (position > block.Span.End)
                low = middle + 1;
            else
                return block.Kind == BlockKind.Paragraph ? block.Paragraph : null;
        }

        return null;
    }

    public Verbatim Clip(TextSpan span, bool isStrong = false) =>
        new(WhiteSpace.Fold(span.In(Text)), new Passage(article.Id.Value, span.Start, span.Length), isStrong);

    /// <summary>A sentence, or as much of its beginning as a reader stands.</summary>
    public IReadOnlyList<Inline> Words(TextSpan span)
    {
        if (span.Length <= MostInOneGo)
            return [Clip(span)];
        var blank = Text.LastIndexOf(' ', span.Start + MostInOneGo, MostInOneGo / 2);
        var end = blank > 0 ? blank : span.Start + MostInOneGo;
        if (char.IsLowSurrogate(Text[end]))
            end--;
        return [Clip(TextSpan.FromBounds(span.Start, end)), new Plain(" …")];
    }

    /// <summary>An entity's name in its fullest form, from where the article has it.</summary>
    public Inline NameOf(Entity entity, bool isStrong)
    {
        foreach (var mention in entity.Mentions.Where(m => m.Kind == MentionKind.Name))
        {
            if (WhiteSpace.Fold(mention.Span.In(Text)) == entity.Name)
                return Clip(mention.Span, isStrong);
        }

        return isStrong ? new Strong(entity.Name) : new Plain(entity.Name);
    }
}
