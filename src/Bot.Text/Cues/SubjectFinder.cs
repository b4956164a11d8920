using System.Collections.Frozen;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>A subject with the way in which it was reached.</summary>
internal readonly record struct FoundSubject(SpeakerMention Mention, SubjectLink Link);

/// <summary>Finds who does what a speech verb says.</summary>
internal sealed class SubjectFinder(ItemStream stream, NounPhrases phrases, PhraseWords words, MentionMap mentions)
{
    private const int Reach = 40;

    private readonly Appositions _appositions = new(stream, phrases, words, mentions);

    /// <summary>Heads of a title that goes on with "of" or "for" before the name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Offices = """
        governor minister secretary mayor president speaker senator undersecretary ambassador premier chancellor director
        commissioner king queen prince princess duke bishop archbishop cardinal patriarch leader chief head
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The subject that stands before a verb.</summary>
    /// <param name="earlier">The cues of the same sentence that were found before it.</param>
    public FoundSubject? Before(int verb, ReadOnlySpan<Cue> earlier)
    {
        var first = stream.SentenceOf(verb).First;
        var form = stream[verb].Lexeme.Form;
        if (form == VerbForm.Gerund && Quoted(verb, first) is { } quoted)
            return new FoundSubject(quoted, SubjectLink.Direct);
        for (var i = verb - 1; i >= first && verb - i < Reach; i--)
        {
            var item = stream[i];
            if (item.IsQuote)
                return form == VerbForm.Gerund ? Inherited(verb, earlier) : null;
            if (item.Kind == ItemKind.Punctuation)
                return AcrossMark(verb, i, first, earlier);
            if (stream.Is(i, "to") || item.Lexeme.Is(WordClasses.Conjunction))
                return Inherited(verb, earlier);
            if (item.Lexeme.Is(WordClasses.Relative) && !stream.Is(i, "that"))
                return Antecedent(i, first);
            if (IsSkipped(i))
                continue;
            if (form == VerbForm.Gerund && item.Lexeme.Is(WordClasses.Preposition))
                return Inherited(verb, earlier);
            if (phrases.EndingAt(i) is not { } phrase)
                return form == VerbForm.Gerund ? Inherited(verb, earlier) : null;
            if (
                form == VerbForm.Gerund
                // Papers do not speak where their writers are at hand: "Smith issued a statement saying".
                && words.IsPaper(phrase.Head)
                && Inherited(verb, earlier) is { } writer
            )
                return writer;
            return _appositions.OwnerOf(phrase, first) is { } owner && IsClauseStart(owner.First)
                ? new FoundSubject(owner, SubjectLink.AcrossPhrase)
                : Hosted(phrase, first);
        }

        return form == VerbForm.Gerund && verb == first ? MainSubject(verb) : null;
    }

    /// <summary>"a paper quoting him as saying": whoever is quoted speaks.</summary>
    private SpeakerMention? Quoted(int verb, int first)
    {
        if (verb - 3 < first || !stream.Is(verb - 1, "as") || phrases.ObjectEndingAt(verb - 2) is not { } quoted)
            return null;
        var before = quoted.First - 1;
        return before >= first && stream[before].Lexeme.Verb?.Lemma is "quote" or "cite" ? quoted : null;
    }

    /// <summary>The subject of a verb that stands right after a quotation: "…," said Smith.</summary>
    public FoundSubject? After(int verb)
    {
        var last = stream.SentenceOf(verb).Last;
        var i = verb + 1;
        while (i <= last && stream[i].Lexeme.Is(WordClasses.Adverb | WordClasses.Time))
            i++;
        return i <= last && phrases.StartingAt(i) is { } phrase ? new FoundSubject(phrase, SubjectLink.Inverted) : null;
    }

    /// <summary>"was called “a fool” by Smith".</summary>
    public FoundSubject? Agent(int verb)
    {
        var last = Math.Min(stream.SentenceOf(verb).Last, verb + 8);
        for (var i = verb + 1; i < last; i++)
            if (stream.Is(i, "by"))
                return phrases.StartingAt(i + 1) is { } phrase ? new FoundSubject(phrase, SubjectLink.Agent) : null;
        return null;
    }

    public bool IsClauseStart(int i)
    {
        var first = stream.SentenceOf(i).First;
        if (i == first)
            return true;
        var before = stream[i - 1];
        return before.IsQuote
            || before.Kind == ItemKind.Punctuation
            || before.Lexeme.Is(WordClasses.Conjunction | WordClasses.Subordinator | WordClasses.Time)
            || before.Lexeme is { Verb: not null, Form: VerbForm.Past or VerbForm.Third };
    }

    private bool IsSkipped(int i) =>
        stream[i].Lexeme.Is(WordClasses.Auxiliary | WordClasses.Adverb | WordClasses.Time | WordClasses.Ending)
            && !words.IsPronoun(i)
        || stream[i].Lexeme.Is(WordClasses.ObjectPronoun)
            && stream.Word(i).EndsWith("sel", StringComparison.OrdinalIgnoreCase)
        || stream[i].Lexeme.Is(WordClasses.ObjectPronoun)
            && stream.Word(i).EndsWith("self", StringComparison.OrdinalIgnoreCase)
        || stream[i].Kind == ItemKind.Number && i > 0 && stream[i - 1].Lexeme.Is(WordClasses.Time);

    private FoundSubject? Antecedent(int relative, int first)
    {
        var i = relative - 1;
        if (i > first && stream.IsMark(i, ','))
            i--;
        return i >= first && !stream[i].IsQuote && phrases.EndingAt(i) is { } phrase
            ? new FoundSubject(phrase, SubjectLink.Relative)
            : null;
    }

    private FoundSubject? AcrossMark(int verb, int mark, int first, ReadOnlySpan<Cue> earlier)
    {
        var form = stream[verb].Lexeme.Form;
        if (stream.IsMark(mark, ':') || stream.IsMark(mark, ';'))
            return null;
        if (form == VerbForm.Gerund)
            return Inherited(verb, earlier);
        if (_appositions.NamedBehind(mark, first) is { } named)
            return new FoundSubject(named, SubjectLink.AcrossPhrase);
        FoundSubject? likely = null;
        for (var i = mark - 1; i > first && mark - i < Reach; i--)
        {
            if (!stream.IsMark(i, ',') && !stream.IsMark(i, '(') && !stream.IsMark(i, '—') && !stream.IsMark(i, '–'))
                continue;
            if (stream[i - 1].IsQuote || phrases.EndingAt(i - 1) is not { } phrase)
                continue;
            if (IsClauseStart(phrase.First) && (phrase.IsName || phrase.Type == SpeakerType.Pronoun || IsOwn(phrase)))
                return new FoundSubject(phrase, SubjectLink.AcrossPhrase);
            likely ??= Hosted(phrase, first) is { Link: not SubjectLink.Doubtful } hosted
                ? hosted with
                {
                    Link = SubjectLink.AcrossPhrase,
                }
                : null;
        }

        if (likely is not null)
            return likely;
        return stream.IsMark(mark, ')') && mark > first && phrases.EndingAt(mark - 1) is { } inner
            ? new FoundSubject(inner, SubjectLink.Doubtful)
            : null;
    }

    private bool IsOwn(SpeakerMention phrase) =>
        phrase.EntityId > 0 || stream[phrase.First].Lexeme.Is(WordClasses.Determiner | WordClasses.Possessive);

    /// <summary>"A spokesman for the ministry said" is the spokesman, not the ministry.</summary>
    private FoundSubject Hosted(SpeakerMention phrase, int first)
    {
        var outer = phrase;
        for (var depth = 0; depth < 3; depth++)
        {
            if (outer.First <= first || !stream[outer.First - 1].Lexeme.Is(WordClasses.Preposition))
                break;
            var before = outer.First - 2;
            if (before < first || stream[before].IsQuote || stream[before].Kind == ItemKind.Punctuation)
                return new FoundSubject(phrase, SubjectLink.Doubtful);
            if (phrases.EndingAt(before) is not { } host)
                return new FoundSubject(phrase, SubjectLink.Doubtful);
            if (phrase.Type == SpeakerType.Person && IsOffice(host, phrase))
                return new FoundSubject(phrase, SubjectLink.Direct);
            outer = host;
        }

        if (ReferenceEquals(outer, phrase))
            return new FoundSubject(phrase, SubjectLink.Direct);
        var whole = outer with
        {
            Last = phrase.Last,
            Span =
                outer.Type == SpeakerType.Description
                    ? TextSpan.FromBounds(outer.Span.Start, stream[phrase.Last].Span.End)
                    : outer.Span,
        };
        return new FoundSubject(whole, IsClauseStart(outer.First) ? SubjectLink.Direct : SubjectLink.Doubtful);
    }

    /// <summary>"Speaker of the House Paul Ryan", "former secretary of state John Kerry": the office goes on into the name.</summary>
    private bool IsOffice(SpeakerMention host, SpeakerMention person)
    {
        if (!stream.Is(person.First - 1, "of") && !stream.Is(person.First - 1, "for"))
            return false;
        if (words.IsAttendant(host.Head))
            return false;
        var name = mentions.NameAt(person.Head)!.First; // a person's head is inside the name
        return name > person.First && (stream[host.Head].IsCapital || !stream[person.First].IsCapital)
            || Offices.Contains(stream.Word(host.Head));
    }

    /// <summary>"Smith told us that it would go on but criticized it": verbs that are joined have the same form.</summary>
    private FoundSubject? Inherited(int verb, ReadOnlySpan<Cue> earlier)
    {
        var isFinite = stream[verb].Lexeme.Form is VerbForm.Past or VerbForm.Third;
        Cue? fallback = null;
        for (var i = earlier.Length - 1; i >= 0 && i >= earlier.Length - 12; i--)
        {
            var cue = earlier[i];
            if (cue.Link == SubjectLink.Agent || cue.Kind != CueKind.Verb)
                continue;
            if (isFinite && cue.Form != stream[verb].Lexeme.Form)
                continue;
            if (isFinite || cue is { Link: not SubjectLink.Relative, Verb.Strength: not CueStrength.Faint })
                return new FoundSubject(cue.Subject, SubjectLink.Inherited);
            fallback ??= cue;
        }

        return MainSubject(verb)
            ?? (fallback is null ? null : new FoundSubject(fallback.Subject, SubjectLink.Inherited));
    }

    private FoundSubject? MainSubject(int verb)
    {
        var (first, last, _) = stream.SentenceOf(verb);
        // "Calling it a shame, Smith left."
        var subject = verb == first ? MainSubject(verb + 1, last + 1) : MainSubject(first, verb);
        return subject is null ? null : new FoundSubject(subject, SubjectLink.Inherited);
    }

    /// <summary>The first phrase of a stretch that no preposition leads in.</summary>
    private SpeakerMention? MainSubject(int from, int to)
    {
        for (var i = from; i < to && i - from < 60; i++)
        {
            var isStart =
                words.IsPerson(i)
                || mentions.NameAt(i) is not null
                || stream[i].Lexeme.Is(WordClasses.Determiner | WordClasses.Possessive)
                || i == from && words.IsNoun(i);
            if (!isStart || phrases.StartingAt(i) is not { } phrase || words.IsStretchOfTime(phrase))
                continue;
            if (i == from || !stream[i - 1].Lexeme.Is(WordClasses.Preposition))
                return phrase;
            i = phrase.Last;
        }

        return null;
    }
}
