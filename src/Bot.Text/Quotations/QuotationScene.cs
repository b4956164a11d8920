using Bot.Text.Cues;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;

namespace Bot.Text.Quotations;

/// <summary>A text as the attribution of quotations sees it: items, names, cues, and all who may have spoken.</summary>
internal sealed class QuotationScene
{
    private QuotationScene(ItemStream stream, IReadOnlyList<Entity> entities)
    {
        Stream = stream;
        Mentions = new MentionMap(stream, entities);
        Words = new PhraseWords(stream, Mentions);
        var phrases = new NounPhrases(stream, Mentions, Words);
        Cues = new CueFinder(stream, phrases, Words, new SubjectFinder(stream, phrases, Words, Mentions));
        Speakables = new Speakables(stream, Mentions, phrases, Words, Cues);
        Forms = new WordForms(stream);
    }

    public ItemStream Stream { get; }

    public MentionMap Mentions { get; }

    public PhraseWords Words { get; }

    public CueFinder Cues { get; }

    public Speakables Speakables { get; }

    public WordForms Forms { get; }

    public static QuotationScene Read(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<MarkedStretch> stretches,
        IReadOnlyList<Entity> entities
    ) => new(ItemStream.Read(text, blocks, sentences, stretches), entities);
}
