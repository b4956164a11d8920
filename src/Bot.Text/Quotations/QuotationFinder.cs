using Bot.Text.Cues;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;

namespace Bot.Text.Quotations;

/// <summary>
/// Tells speech from phrases in marks, and works out who said it: candidates are gathered with what is known of each,
/// scored, and the best is chosen, unit by unit in the article's order.
/// </summary>
public static class QuotationFinder
{
    public static IReadOnlyList<Quotation> Find(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<MarkedStretch> stretches,
        IReadOnlyList<Entity> entities
    )
    {
        if (stretches.Count == 0)
            return [];
        var stream = ItemStream.Read(text, blocks, sentences, stretches);
        var mentions = new MentionMap(stream, entities);
        var words = new PhraseWords(stream, mentions);
        var phrases = new NounPhrases(stream, mentions, words);
        var subjects = new SubjectFinder(stream, phrases, words, mentions);
        var cues = new CueFinder(stream, phrases, words, subjects);
        var collector = new CandidateCollector(stream, phrases, words, mentions, cues, subjects);
        var judge = new SpeechJudge(stream, collector);
        var choice = new SpeakerChoice(stream, collector, new SpeakerIdentity(stream, mentions), judge);
        return new QuotationWriter(stream, mentions, judge).Write(choice.Choose());
    }
}
