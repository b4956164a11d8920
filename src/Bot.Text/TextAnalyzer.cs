using Bot.Text.Entities;
using Bot.Text.Keywords;
using Bot.Text.Languages;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Quotations;
using Bot.Text.References;
using Bot.Text.Sentences;
using Bot.Text.Summaries;

namespace Bot.Text;

/// <summary>Reads one news text. Pure, deterministic and safe to call from many threads.</summary>
public static class TextAnalyzer
{
    /// <summary>Rises whenever the same text would be understood differently; stored analyses of a lower version are read again.</summary>
    public const int Version = 8;

    /// <param name="title">The article's title where it is known apart from the text; else the first heading stands for it.</param>
    public static AnalyzedText Analyze(string text, string? title = null)
    {
        var language = LanguageGuesser.Guess(text);
        var blocks = LayoutReader.Read(text);
        var stretches = MarkScanner.Scan(text, blocks);
        var sentences = SentenceSplitter.Split(text, blocks, stretches, language);

        // In a language that is not read fully, names and speakers would be guessed by another one's words.
        var isFull = ReadsFully(language);
        var entities = isFull ? ReferenceResolver.Resolve(NameFinder.Find(text, blocks, sentences), stretches) : [];
        var words = SentenceWords.Read(text, sentences);
        return new AnalyzedText(
            language,
            blocks,
            sentences,
            entities,
            isFull
                ? QuotationFinder.Find(text, blocks, sentences, stretches, entities)
                : UnattributedQuotations.Find(text, blocks, stretches),
            SummaryRanker.Rank(
                new Candidates(words, stretches, entities, language, title ?? LayoutReader.FindTitle(text, blocks))
            ),
            KeywordFinder.Find(words, entities, language)
        );
    }

    /// <summary>
    /// Whether people and speakers are looked for in a language, and not its sentences and quotation marks alone. A text that
    /// does not tell its language ("und") is read like the language that most are in.
    /// </summary>
    /// <param name="language">BCP 47, or "und".</param>
    public static bool ReadsFully(string language) => Language.ReadsFully(language);
}
