using Bot.Text.Names;
using Bot.Text.Sentences;
using Bot.Text.Spans;

namespace Bot.Text.Keywords;

/// <summary>Finds the words and phrases that a reader would search the article by.</summary>
public static class KeywordFinder
{
    private const int MostKeywords = 8;
    private const int MostNames = 5;

    /// <summary>Sentences that a phrase counts in though the article has it only once.</summary>
    private const int OpeningSentences = 3;

    private const double NameWeight = 1.5;

    /// <summary>A name that the article has once and late is somebody's who passes by.</summary>
    private const double PassingName = 0.6;

    private const double WordWeight = 0.6;
    private const double PairWeight = 1.8;
    private const double TripleWeight = 2;
    private const double OpeningBonus = 1.3;

    /// <returns>At most eight, the best first; none repeats the words of another.</returns>
    public static IReadOnlyList<string> Find(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<Entity> entities,
        string language
    ) => Find(SentenceWords.Read(text, sentences), entities, language);

    internal static IReadOnlyList<string> Find(SentenceWords article, IReadOnlyList<Entity> entities, string language)
    {
        var (text, sentences) = (article.Text, article.Sentences);
        var named = entities
            .Select(e =>
                (Entity: e, Spans: e.Mentions.Where(m => m.Kind == MentionKind.Name).Select(m => m.Span).ToList())
            )
            .ToList();
        var phrases = KeyPhrases.In(article, [.. named.SelectMany(n => n.Spans).Order()], language);

        // Who wrote the article and for whom stands outside its sentences, and is not what it is about.
        var weighed = named
            .Select(n => new Keyword(
                n.Entity.Name,
                Folded(n.Entity.Name),
                WeightOf([.. n.Spans.Where(s => IsInSentence(s, sentences))], sentences),
                IsName: true
            ))
            .Where(k => k.Weight > 0 && k.Name.Length > 1 && !IsPassingNewsroom(k))
            .Take(MostNames)
            .Concat(Weighed(text, phrases, sentences.Count))
            .OrderByDescending(k => k.Weight)
            .ThenBy(k => k.Name, StringComparer.Ordinal);
        var chosen = new List<Keyword>();
        foreach (var keyword in weighed)
        {
            if (chosen.Exists(keyword.Repeats))
                continue;
            chosen.Add(keyword);
            if (chosen.Count == MostKeywords)
                break;
        }

        return chosen.ConvertAll(c => c.Name);
    }

    private static double WeightOf(IReadOnlyList<TextSpan> spans, IReadOnlyList<Sentence> sentences) =>
        spans is [var only]
        && sentences.Count > OpeningSentences
        && only.Start > sentences[OpeningSentences - 1].Span.End
            ? PassingName
            : NameWeight * spans.Count;

    /// <summary>"told CNN": where the article has it from, not what it is about.</summary>
    private static bool IsPassingNewsroom(Keyword name) =>
        name.Weight <= 2 * NameWeight && Newsrooms.Contains(name.Name);

    /// <summary>
    /// A phrase of two or three words tells more than one, and one that opens the article more than one further down; a single
    /// word must come back three times, and gives way to a phrase that it is the head of.
    /// </summary>
    private static IEnumerable<Keyword> Weighed(string text, List<KeyPhrase> phrases, int sentences)
    {
        var often = phrases.FindAll(p => p.Length == 1 && p.Shown.Length >= 4 && p.Count >= Math.Min(3, sentences));
        var words = often.ToDictionary(p => p.Head, p => WordWeight * p.Count * Bonus(p), StringComparer.Ordinal);
        var heads = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var phrase in phrases
                .FindAll(p => p.Length > 1 && (p.Count > 1 || p.FirstSentence < OpeningSentences && p.Length == 2))
                .OrderByDescending(p => p.Count)
                .ThenBy(p => p.FirstSentence)
        )
        {
            var own =
                phrase.Count < 2 ? 1 : phrase.Count * (phrase.Length == 2 ? PairWeight : TripleWeight) * Bonus(phrase);
            var head = heads.Add(phrase.Head) ? words.GetValueOrDefault(phrase.Head) : 0;
            yield return new Keyword(phrase.Shown.Of(text), phrase.Words(), own + WordWeight * head);
        }

        foreach (var word in often.Where(p => !heads.Contains(p.Head)))
            yield return new Keyword(word.Shown.Of(text), word.Words(), words[word.Head]);
    }

    private static double Bonus(KeyPhrase phrase) => phrase.FirstSentence < OpeningSentences ? OpeningBonus : 1;

    private static bool IsInSentence(TextSpan span, IReadOnlyList<Sentence> sentences)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.Contains(span))
                return true;
            if (sentences[middle].Span.Start > span.Start)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return false;
    }

    private static HashSet<string> Folded(string name) =>
        [.. Folding.Fold(name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not "the")];

    private sealed record Keyword(string Name, HashSet<string> Words, double Weight, bool IsName = false)
    {
        /// <summary>"born citizen" says "natural born" again; two names may share a word.</summary>
        public bool Repeats(Keyword other) =>
            IsName && other.IsName
                ? Words.IsSubsetOf(other.Words)
                    || other.Words.IsSubsetOf(Words)
                    || Shortens(Name, other.Name)
                    || Shortens(other.Name, Name)
                : Words.Overlaps(other.Words);

        /// <summary>"Calif." of "California".</summary>
        private static bool Shortens(string name, string longer) =>
            name[^1] == '.' && name.Length > 2 && longer.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase);
    }
}
