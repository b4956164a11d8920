using Bot.Text.Entities;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.References;
using Bot.Text.Sentences;

namespace Bot.Text.Training.Speakers;

/// <summary>A gold article with what the product reads in it before quotations.</summary>
internal sealed record ReadArticle(
    GoldArticle Gold,
    IReadOnlyList<Entity> Entities,
    QuotationScene Scene,
    ArticleLabels Labels
)
{
    public static ReadArticle Of(GoldArticle gold)
    {
        var blocks = LayoutReader.Read(gold.Text);
        var stretches = MarkScanner.Scan(gold.Text, blocks);
        var sentences = SentenceSplitter.Split(gold.Text, blocks, stretches);
        var entities = ReferenceResolver.Resolve(NameFinder.Find(gold.Text, blocks, sentences), stretches);
        var scene = QuotationScene.Read(gold.Text, blocks, sentences, stretches, entities);
        return new ReadArticle(gold, entities, scene, new ArticleLabels(gold, scene));
    }
}
