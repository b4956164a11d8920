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
    public const int Version = 4;

    /// <param name="title">The article's title where it is known apart from the text; else the first heading stands for it.</param>
    public static AnalyzedText Analyze(string text, string? title = null)
    {
        var language = LanguageGuesser.Guess(text);
        var blocks = LayoutReader.Read(text);
        var stretches = MarkScanner.Scan(text, blocks);
        var sentences = SentenceSplitter.Split(text, blocks, stretches);
        var names = NameFinder.Find(text, blocks, sentences);
        var entities = ReferenceResolver.Resolve(names, stretches);
        return new AnalyzedText(
            language,
            blocks,
            sentences,
            entities,
            QuotationFinder.Find(text, blocks, sentences, stretches, entities),
            SummaryRanker.Rank(
                new Candidates(
                    text,
                    sentences,
                    stretches,
                    entities,
                    language,
                    title ?? LayoutReader.FindTitle(text, blocks)
                )
            ),
            KeywordFinder.Find(text, sentences, entities, language)
        );
    }
}
