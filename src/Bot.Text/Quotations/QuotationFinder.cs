using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;

namespace Bot.Text.Quotations;

/// <summary>
/// Tells speech from phrases in marks, and works out who said it: candidates are gathered with what is known of each, weighed
/// by learned weights, and the likeliest is chosen, unit by unit in the article's order.
/// </summary>
public static class QuotationFinder
{
    public static IReadOnlyList<Quotation> Find(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<MarkedStretch> stretches,
        IReadOnlyList<Entity> entities
    ) =>
        stretches.Count == 0
            ? []
            : Find(QuotationScene.Read(text, blocks, sentences, stretches, entities), SpeakerWeights.Shipped);

    internal static IReadOnlyList<Quotation> Find(QuotationScene scene, SpeakerWeights weights)
    {
        var judge = new SpeechJudge(scene.Stream);
        var identity = new SpeakerIdentity(scene, weights.Pronouns);
        var features = new SpeakerFeatures(scene, judge, identity.BestOf);
        var choice = new SpeakerChoice(scene, features, identity, weights.Speakers);
        return new QuotationWriter(scene.Stream, scene.Mentions, scene.Speakables, judge).Write(choice.Choose());
    }
}
