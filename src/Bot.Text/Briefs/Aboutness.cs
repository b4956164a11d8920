using Bot.Text.Languages;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Briefs;

/// <summary>How much each sentence of an article is about what a reader asked for: 0 not at all, 1 wholly.</summary>
internal static class Aboutness
{
    /// <summary>A sentence that names somebody tells more of them than one that says "he", or than what they say of others.</summary>
    private const double Named = 1;

    private const double Meant = 0.7;
    private const double Speaking = 0.5;

    /// <summary>"sanction" is found in "sanctions": endings up to so long are no other word.</summary>
    private const int LongestEnding = 3;

    private const int ShortestStem = 4;

    public static double[] Of(string text, AnalyzedText read, Focus focus) =>
        focus switch
        {
            Focus.OnEntities entities => OfEntities(read, entities.Ids),
            Focus.OnWords words => OfWords(text, read, words.Words),
            _ => throw new InvalidOperationException("A focus is on somebody or on words."),
        };

    private static double[] OfEntities(AnalyzedText read, IReadOnlyList<int> ids)
    {
        var about = new double[read.Sentences.Count];
        foreach (var entity in read.Entities.Where(e => ids.Contains(e.Id)))
        {
            foreach (var mention in entity.Mentions)
                Raise(mention.Span, mention.Kind == Names.MentionKind.Name ? Named : Meant);
        }

        foreach (var quotation in read.Quotations.Where(q => ids.Any(q.IsBy)))
            Raise(quotation.Span, Speaking);
        return about;

        void Raise(TextSpan span, double to)
        {
            for (var i = FirstFrom(read, span); i < about.Length && read.Sentences[i].Span.Start < span.End; i++)
                about[i] = Math.Max(about[i], to);
        }
    }

    /// <returns>The index of the first sentence that ends behind the span's start.</returns>
    private static int FirstFrom(AnalyzedText read, TextSpan span)
    {
        var (low, high) = (0, read.Sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (read.Sentences[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The share of the words that a sentence has; nothing where the article lacks one of them altogether.</summary>
    private static double[] OfWords(string text, AnalyzedText read, string wanted)
    {
        var about = new double[read.Sentences.Count];
        var asked = Asked(wanted, read.Language);
        if (asked.Count == 0)
            return about;
        var isFound = new bool[asked.Count];
        for (var i = 0; i < about.Length; i++)
        {
            var has = new bool[asked.Count];
            foreach (var word in WordReader.Read(text, read.Sentences[i].Span))
            {
                if (word.Kind is not (WordKind.Letters or WordKind.Number))
                    continue;
                var folded = Folding.Fold(word.Span.In(text));
                for (var a = 0; a < has.Length; a++)
                    has[a] |= IsMeant(asked[a], folded, read.Language);
            }

            for (var a = 0; a < has.Length; a++)
                isFound[a] |= has[a];
            about[i] = (double)has.Count(h => h) / has.Length;
        }

        return isFound.All(f => f) ? about : new double[about.Length];
    }

    /// <summary>Without "of" and "the", unless there is nothing else.</summary>
    private static List<string> Asked(string wanted, string language)
    {
        var words = WordReader
            .Read(wanted, new TextSpan(0, wanted.Length))
            .Where(w => w.Kind is WordKind.Letters or WordKind.Number)
            .Select(w => Folding.Fold(w.Span.In(wanted)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var carrying = words.FindAll(w => !Language.FunctionWordsOf(language).Contains(w));
        return carrying.Count > 0 ? carrying : words;
    }

    /// <summary>English makes one of many by rule; elsewhere "Sanktionen" finds "Sanktion" by what both begin with.</summary>
    private static bool IsMeant(string wanted, string word, string language) =>
        word == wanted
        || EnglishPlural.Singular(word, language) == EnglishPlural.Singular(wanted, language)
        || IsStemOf(wanted, word)
        || !EnglishPlural.IsFor(language) && IsStemOf(word, wanted);

    private static bool IsStemOf(string stem, string word) =>
        stem.Length >= ShortestStem
        && word.Length - stem.Length <= LongestEnding
        && word.StartsWith(stem, StringComparison.Ordinal);
}
