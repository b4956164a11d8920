using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Stories;

/// <summary>Makes terms of words: folded, without endings, with all forms of a known name as one.</summary>
internal sealed class TermReader(string language)
{
    /// <summary>Words of the trade, and names of days, which every story has.</summary>
    private static readonly FrozenSet<string> TradeWords = FrozenSet.ToFrozenSet(
        [
            "said",
            "says",
            "say",
            "told",
            "tells",
            "new",
            "update",
            "refile",
            "correct",
            "video",
            "photo",
            "photos",
            "live",
            "news",
            "report",
            "reports",
            "reported",
            "according",
            "year",
            "years",
            "mr",
            "mrs",
            "ms",
            "dr",
            "inc",
            "corp",
            "ltd",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
        ],
        StringComparer.Ordinal
    );

    private readonly FrozenSet<string> _functionWords = Language.FunctionWordsOf(language);

    /// <param name="titleEnd">Where the title ends in the text.</param>
    public IReadOnlyList<StoryTerm> ReadTerms(string text, IReadOnlyList<Entity> entities, int titleEnd)
    {
        var names = entities
            .SelectMany(e => e.Mentions)
            .Where(m => m.Kind == MentionKind.Name)
            .Select(m => m.Span)
            .Order()
            .ToList();
        var terms = new List<StoryTerm>();
        var seen = new HashSet<uint>();
        foreach (var name in names)
        {
            if (CanonicalOf(name.In(text)) is { } canonical)
                Add($"={canonical}", TermKind.Name, name.Start);
        }

        var next = 0;
        foreach (var word in WordReader.Read(text, new TextSpan(0, text.Length)))
        {
            while (next < names.Count && names[next].End <= word.Span.Start)
                next++;
            var isName = next < names.Count && names[next].Overlaps(word.Span);
            if (TermOf(text, word) is { } term)
                Add(
                    term,
                    word.Kind == WordKind.Number ? (term.Length <= 2 ? TermKind.SmallNumber : TermKind.Number)
                        : isName || term[0] == '=' ? TermKind.Name
                        : TermKind.Word,
                    word.Span.Start
                );
        }

        return terms;

        void Add(string term, TermKind kind, int start)
        {
            var key = TermKey.Of(term);
            if (seen.Add(key))
                terms.Add(new StoryTerm(key, kind, start < titleEnd));
        }
    }

    public ArrivingSentence ReadSentence(string text, TextSpan span)
    {
        var terms = new SortedSet<uint>();
        var facts = new SortedSet<uint>();
        var print = 0u;
        var isFirst = true;
        foreach (var word in WordReader.Read(text, span))
        {
            if (word.Kind is WordKind.Punctuation)
                continue;
            print = print * 31 + TermKey.Of(Folding.Fold(word.Span.In(text)));
            if (TermOf(text, word) is { } term)
            {
                var key = TermKey.Of(term);
                terms.Add(key);
                // Which capitals are names is not asked for every sentence: one within it mostly is, its first mostly not.
                if (word.Kind == WordKind.Number || term[0] == '=' || !isFirst && char.IsUpper(text[word.Span.Start]))
                    facts.Add(key);
            }

            isFirst = false;
        }

        return new ArrivingSentence(span, new SaidSentence(print, [.. terms]), [.. facts]);
    }

    /// <summary>The word as a term, null where it tells nothing; "=" stands before a country, whatever form is used.</summary>
    private string? TermOf(string text, Word word)
    {
        var written = word.Span.In(text);
        if (word.Kind == WordKind.Number)
            return NumberOf(written);
        if (word.Kind != WordKind.Letters)
            return null;
        var folded = Folding.Fold(written);
        if (CountryOf(written, folded) is { } country)
            return $"={country}";
        var bare = folded.EndsWith('.') ? folded[..^1] : folded;
        if (bare.Length < 2 || _functionWords.Contains(bare) || TradeWords.Contains(bare))
            return null;
        return language == "en" ? EnglishStem.Of(bare) : bare;
    }

    /// <summary>"Turkish" is "Turkey"; a capital stays a town.</summary>
    private static string? CountryOf(ReadOnlySpan<char> written, string folded)
    {
        if (!char.IsUpper(written[0]))
            return null;
        var lexicon = NameLexicon.Instance;
        var key = KnownNames.IsAcronym(written) ? written.ToString() : folded;
        if (lexicon.Known.CountryOf(key) is not { } country)
            return null;
        return lexicon.IsDemonym(folded) || lexicon.Known.Find(key) is { } known && known.Canonical == country
            ? Folding.Fold(country)
            : null;
    }

    /// <summary>The one name that all forms of a known name of several words, or of capitals, share.</summary>
    private static string? CanonicalOf(ReadOnlySpan<char> name)
    {
        if (!name.Contains(' ') && !KnownNames.IsAcronym(name))
            return null;
        return NameLexicon.Instance.Known.Find(KnownNames.Key(name)) is { } known
            ? Folding.Fold(known.Canonical)
            : null;
    }

    /// <summary>Digits with their inner marks: "$2.4bn" is "2.4", "14,000" is "14000", "5th" is "5".</summary>
    private static string? NumberOf(ReadOnlySpan<char> written)
    {
        Span<char> digits = stackalloc char[Math.Min(written.Length, 24)];
        var count = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (char.IsDigit(written[i]) || written[i] is '.' or ':' && count > 0)
                digits[count++] = written[i];
            else if (char.IsLetter(written[i]))
                break;
        }

        var number = digits[..count].TrimEnd(".:");
        return number.IsEmpty ? null : number.ToString();
    }
}
