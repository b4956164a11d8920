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
    public static double[] Score(SentenceWords article, SentenceTerms terms, string language, string? title)
    {
        var (text, sentences) = (article.Text, article.Sentences);
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
                        : TitleShare * terms.DistinctBySentence[i].Count(wanted.Contains) / wanted.Count
                )
                + (IsQuestion(span.In(text)) ? Question : 0)
                + (language == "en" && PictureText.Is(text, span) ? Picture : 0)
                + (language == "en" && Fragments.IsOne(text, span, article.Of(i)) ? Fragment : 0)
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
        var centre = new int[terms.SentencesWith.Length];
        foreach (var sentence in terms.BySentence)
        {
            foreach (var term in sentence)
                centre[term] += terms.SentencesWith[term] > 1 ? 1 : 0;
        }

        var length = Math.Sqrt(centre.Sum(c => (double)c * c));
        var central = new double[terms.BySentence.Count];
        var counts = new int[centre.Length];
        for (var i = 0; i < central.Length && length > 0; i++)
        {
            foreach (var term in terms.BySentence[i])
                counts[term]++;
            var (own, shared) = (0.0, 0.0);
            foreach (var term in terms.DistinctBySentence[i])
            {
                own += (double)counts[term] * counts[term];
                shared += (double)counts[term] * centre[term];
                counts[term] = 0;
            }

            central[i] = own == 0 ? 0 : shared / (length * Math.Sqrt(own));
        }

        return central;
    }
}
