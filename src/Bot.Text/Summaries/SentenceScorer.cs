using Bot.Text.Sentences;

namespace Bot.Text.Summaries;

/// <summary>
/// What a sentence is worth to a summary by itself. News puts what matters first, so its place weighs most; then how much it
/// shares with the whole article and with its title. The weights are round numbers in the middle of a wide plateau.
/// </summary>
internal static class SentenceScorer
{
    private const double FirstPlaces = 1.75;
    private const double Earliness = 0.6;
    private const double Centrality = 0.6;
    private const double TitleShare = 0.1;
    private const double Quoted = -0.2;
    private const double Question = -0.4;
    private const double Short = -0.1;
    private const double VeryShort = -0.5;
    private const double Long = -0.4;
    private const double Fragment = -0.3;
    private const int VeryFewWords = 6;
    private const int FewWords = 8;
    private const int ManyWords = 40;

    /// <summary>What the place of a sentence is worth: much at the head of the article, and little by little less.</summary>
    public static double Place(int i, int count) => FirstPlaces / (i + 1) + Earliness * (1 - (double)i / count);

    /// <summary>What a sentence is worth wherever it stands.</summary>
    /// <param name="quotedShare">How much of each sentence stands between marks, 0 to 1.</param>
    public static double[] Score(
        string text,
        IReadOnlyList<Sentence> sentences,
        SentenceTerms terms,
        double[] quotedShare,
        string language,
        string? title
    )
    {
        var central = Centralities(terms);
        var wanted = title is null ? [] : terms.Of(title);
        var scores = new double[sentences.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var span = sentences[i].Span.In(text);
            var words = span.Count(' ') + 1;
            scores[i] =
                Centrality * central[i]
                + (wanted.Count == 0 ? 0 : TitleShare * terms.Distinct[i].Count(wanted.Contains) / wanted.Count)
                + Quoted * quotedShare[i]
                + (span.TrimEnd("\"'”’»)]") is [.., '?' or '？' or '؟'] ? Question : 0)
                + (
                    words < VeryFewWords ? VeryShort
                    : words < FewWords ? Short
                    : 0
                )
                + (words <= FewWords && language == "en" && !Verbs.IsAnyIn(text, sentences[i].Span) ? Fragment : 0)
                + Long * Math.Max(0, words - ManyWords) / (ManyWords / 2.0);
        }

        return scores;
    }

    /// <summary>The cosine of each sentence with the words that more than one sentence has.</summary>
    private static double[] Centralities(SentenceTerms terms)
    {
        var centre = new double[terms.SentencesWith.Length];
        foreach (var sentence in terms.BySentence)
        {
            foreach (var term in sentence)
                centre[term] += terms.SentencesWith[term] > 1 ? 1 : 0;
        }

        var length = Math.Sqrt(centre.Sum(c => c * c));
        var counts = new int[centre.Length];
        var central = new double[terms.BySentence.Count];
        if (length == 0)
            return central;
        for (var i = 0; i < central.Length; i++)
        {
            if (terms.BySentence[i].Length > 0)
                central[i] = Cosine(terms, i, centre, counts, length);
        }

        return central;
    }

    /// <param name="counts">All 0, and left so.</param>
    /// <param name="length">Of the centre.</param>
    private static double Cosine(SentenceTerms terms, int sentence, double[] centre, int[] counts, double length)
    {
        foreach (var term in terms.BySentence[sentence])
            counts[term]++;
        var (product, square) = (0.0, 0.0);
        foreach (var term in terms.Distinct[sentence])
        {
            product += counts[term] * centre[term];
            square += (double)counts[term] * counts[term];
            counts[term] = 0;
        }

        return product / (length * Math.Sqrt(square));
    }
}
