using System.Collections.Frozen;
using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>Reads the phrase that ends or starts at an item: a name with its title, a description, a pronoun.</summary>
internal sealed class NounPhrases(ItemStream stream, MentionMap mentions)
{
    private const int MaxWords = 14;

    private const WordClasses NeverInside =
        WordClasses.Preposition
        | WordClasses.Conjunction
        | WordClasses.Subordinator
        | WordClasses.Auxiliary
        | WordClasses.Adverb
        | WordClasses.Time
        | WordClasses.SubjectPronoun
        | WordClasses.ObjectPronoun;

    /// <summary>Those who speak for somebody, so that the name before them is not the speaker's.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attendants = new[]
    {
        "campaign",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokespeople",
        "aide",
        "aides",
        "adviser",
        "advisers",
        "advisor",
        "advisors",
        "team",
        "supporter",
        "supporters",
        "administration",
        "camp",
        "ally",
        "allies",
        "surrogate",
        "surrogates",
        "lawyer",
        "lawyers",
        "official",
        "officials",
        "manager",
        "staffer",
        "staffers",
        "backer",
        "backers",
        "voters",
        "delegates",
        "fans",
        "critics",
    }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public SpeakerMention? EndingAt(int last)
    {
        var bounds = stream.SentenceOf(last);
        if (IsPronoun(last))
            return Pronoun(last);
        if (mentions.NameAt(last) is { } name && name.Last == last)
            return Joined(name, WithTitle(name.First, bounds.First), bounds.First);
        if (!IsNoun(last) || stream[last].Kind != ItemKind.Word)
            return null;
        var first = last;
        while (first > bounds.First && last - first < MaxWords)
        {
            var lexeme = stream[first - 1].Lexeme;
            if (lexeme.Is(WordClasses.Determiner | WordClasses.Possessive))
            {
                first--;
                break;
            }

            if (!lexeme.Is(WordClasses.Ending) && !IsNoun(first - 1))
                break;
            first--;
        }

        return first <= last ? Described(first, last, last) : null;
    }

    public SpeakerMention? StartingAt(int first)
    {
        if (first >= stream.Count)
            return null;
        var bounds = stream.SentenceOf(first);
        if (IsPronoun(first))
            return Pronoun(first);
        var head = -1;
        for (var i = first; i <= bounds.Last && i - first < MaxWords; i++)
        {
            if (mentions.NameAt(i) is { } name)
            {
                i = name.Last;
                head = i;
                if (!GoesOn(name, first, bounds.Last))
                    return Of(name, first);
            }
            else if (stream[i].Lexeme.Is(WordClasses.Ending) || i == first && IsDeterminer(i))
            {
                continue;
            }
            else if (IsNoun(i) || IsDayInside(i, first, bounds.Last))
            {
                head = stream[i].Kind == ItemKind.Word ? i : head;
            }
            else
            {
                break;
            }
        }

        if (head < 0)
            return null;
        return AfterOffice(head, bounds.Last) is { } holder
            ? Of(holder, first)
            : Described(first, head, WithTail(head, bounds.Last));
    }

    /// <summary>Whether a name only modifies what follows: "Clinton's aide", "a Clinton aide", "the Senate leader".</summary>
    private bool GoesOn(PlacedMention name, int first, int limit)
    {
        if (name.Last == limit)
            return false;
        if (stream[name.Last + 1].Lexeme.Is(WordClasses.Ending))
            return true;
        if (
            !IsNoun(name.Last + 1)
            || mentions.NameAt(name.Last + 1) is { Type: EntityType.Person } && name.Type == EntityType.Person
        )
            return false;
        return IsDeterminer(first) && !stream[name.Last + 1].IsCapital
            || name.Type != EntityType.Person && stream[name.Last + 1].IsCapital
            || IsAttendant(name.Last + 1);
    }

    /// <summary>"a Wednesday editorial", "a separate June 2011 memo".</summary>
    private bool IsDayInside(int i, int first, int limit) =>
        stream[i].Lexeme.Is(WordClasses.Time)
        && i > first
        && i < limit
        && i <= first + 2
        && IsDeterminer(first)
        && IsNoun(i + 1);

    /// <summary>The name at the end of "secretary of state Hillary Clinton".</summary>
    private PlacedMention? AfterOffice(int head, int limit)
    {
        if (head + 2 >= limit || !stream.Is(head + 1, "of"))
            return null;
        for (var i = head + 2; i <= limit && i < head + 8; i++)
        {
            if (mentions.NameAt(i) is { Type: EntityType.Person } name)
                return i > head + 2 ? name : null;
            if (!IsNoun(i) && !IsDeterminer(i))
                return null;
        }

        return null;
    }

    /// <summary>The name beside a description: "Clinton's director, Jennifer Palmieri, said", "an officer named Bob".</summary>
    private PlacedMention? Beside(int last, int limit)
    {
        if (last + 2 > limit)
            return null;
        var next = last + 1;
        var isNamed = stream.Is(next, "named") || stream.Is(next, "called") || stream.Is(next, "known");
        if (!isNamed && !stream.IsMark(next, ','))
            return null;
        for (var i = next + 1; i <= limit && i < next + 5; i++)
        {
            if (mentions.NameAt(i) is { Type: EntityType.Person } name)
                return isNamed || name.Last == limit || stream[name.Last + 1].Kind != ItemKind.Word ? name : null;
            if (!stream[i].IsCapital && !stream.Is(i, "as"))
                return null;
        }

        return null;
    }

    /// <summary>"a spokesman" with "for the ministry".</summary>
    public int WithTail(int head, int limit)
    {
        var last = head;
        for (var i = 0; i < 2 && last + 2 <= limit && IsTailWord(last + 1); i++)
        {
            var next = last + 2;
            while (
                next <= limit
                && next - last < 10
                && (
                    IsNoun(next) || next == last + 2 && IsDeterminer(next) || stream[next].Lexeme.Is(WordClasses.Ending)
                )
            )
                next++;
            if (next == last + 2)
                break;
            last = next - 1;
        }

        return last;
    }

    /// <summary>The one whose "his" or "her" stands at an item.</summary>
    public SpeakerMention Owner(int possessive) => Pronoun(possessive);

    public bool IsPronoun(int item) => stream[item].Lexeme.Is(WordClasses.SubjectPronoun) && !stream.Is(item, "who");

    /// <summary>True of a spokesman, an aide: one who speaks for somebody.</summary>
    public bool IsAttendant(int item) => Attendants.Contains(stream.Word(item));

    /// <summary>"he", "she".</summary>
    public bool IsPerson(int item) => stream.Is(item, "he") || stream.Is(item, "she");

    /// <summary>True of a word that may stand inside a name or description.</summary>
    public bool IsNoun(int i)
    {
        var item = stream[i];
        if (item.Kind == ItemKind.Number)
            return true;
        if (item.Kind != ItemKind.Word)
            return false;
        if (mentions.NameAt(i) is not null)
            return true;
        var lexeme = item.Lexeme;
        if (lexeme.Is(NeverInside | WordClasses.Determiner | WordClasses.Possessive | WordClasses.Ending))
            return false;
        return lexeme.Verb is null ? !IsPastForm(i) : IsVerbAsNoun(i);
    }

    /// <summary>"released" in "the committee released", but not in "the released files".</summary>
    private bool IsPastForm(int i)
    {
        var word = stream.Word(i);
        if (
            word.Length < 5
            || stream[i].IsCapital
            || !word.EndsWith("ed")
            || i == 0
            || stream[i - 1].Sentence != stream[i].Sentence
        )
            return false;
        var before = stream[i - 1].Lexeme;
        return IsWord(i - 1)
            && !before.Is(
                WordClasses.Determiner
                    | WordClasses.Possessive
                    | WordClasses.Ending
                    | WordClasses.Adverb
                    | WordClasses.Preposition
                    | WordClasses.Conjunction
            )
            && !word.Contains('-');
    }

    /// <summary>True of "claims" in "his claims", "United States", "comments were": a form of a speech verb that is none here.</summary>
    public bool IsVerbAsNoun(int i)
    {
        var (item, lexeme) = (stream[i], stream[i].Lexeme);
        var hasBefore = i > 0 && stream[i - 1].Sentence == item.Sentence;
        var before = hasBefore ? stream[i - 1].Lexeme : default;
        var isLed = before.Is(
            WordClasses.Determiner | WordClasses.Possessive | WordClasses.Ending | WordClasses.Preposition
        );
        if (lexeme.Form is not (VerbForm.Base or VerbForm.Third))
            return isLed && lexeme.Verb!.Strength != CueStrength.Sure; // a form is a verb's
        if (isLed && !before.Is(WordClasses.Subordinator) || hasBefore && item.IsCapital && IsWord(i - 1))
            return true;
        if (i == stream.SentenceOf(i).Last)
            return false;
        return stream[i + 1].Lexeme.Is(WordClasses.Auxiliary)
            || stream[i + 1].Lexeme.Form == VerbForm.Past
            || lexeme is { Form: VerbForm.Third, Verb.Strength: not CueStrength.Sure } && HasOtherVerb(i + 1);
    }

    /// <summary>"The attacks on Kyiv were": the phrase after the form runs into a verb without a new subject.</summary>
    private bool HasOtherVerb(int from)
    {
        var last = Math.Min(stream.SentenceOf(from).Last, from + 7);
        if (!stream[from].Lexeme.Is(WordClasses.Preposition))
            return false;
        for (var i = from + 1; i <= last; i++)
        {
            if (stream[i].Lexeme.Is(WordClasses.Auxiliary))
                return true;
            if (
                stream[i].Kind is ItemKind.Punctuation or ItemKind.Quote
                || stream[i].Lexeme.Is(WordClasses.Subordinator)
            )
                return false;
        }

        return false;
    }

    private bool IsWord(int i) => stream[i].Kind == ItemKind.Word;

    private bool IsDeterminer(int i) => stream[i].Lexeme.Is(WordClasses.Determiner | WordClasses.Possessive);

    private bool IsTailWord(int i) =>
        stream.Is(i, "of")
        || stream.Is(i, "for")
        || stream.Is(i, "at")
        || stream.Is(i, "with")
        || stream.Is(i, "from")
        || stream.Is(i, "in");

    private int WithTitle(int first, int limit)
    {
        while (
            first > limit
            && stream[first - 1].Kind == ItemKind.Word
            && IsNoun(first - 1)
            && mentions.NameAt(first - 1) is not { Type: EntityType.Person }
        )
            first--;
        return first > limit && IsDeterminer(first - 1) ? first - 1 : first;
    }

    private SpeakerMention Joined(PlacedMention name, int first, int limit)
    {
        if (
            first - 2 < limit
            || !stream.Is(first - 1, "and")
            || mentions.NameAt(first - 2) is not { } other
            || other.Type != name.Type
            || other.EntityId == name.EntityId
        )
            return Of(name, first);
        var start = WithTitle(other.First, limit);
        return start == limit || stream[start - 1].Kind == ItemKind.Punctuation
            ? new SpeakerMention(start, name.Last, name.Last, SpeakerType.Several, Span(other.First, name.Last), 0)
            : Of(name, first);
    }

    private static SpeakerMention Of(PlacedMention name, int first) =>
        new(
            first,
            name.Last,
            name.Last,
            name.Type switch
            {
                EntityType.Person => SpeakerType.Person,
                EntityType.Place => SpeakerType.Place,
                _ => SpeakerType.Organisation,
            },
            name.Span,
            name.EntityId
        );

    private SpeakerMention Pronoun(int item) =>
        new(item, item, item, SpeakerType.Pronoun, stream[item].Span, mentions.At(item)?.EntityId ?? 0);

    private SpeakerMention Described(int first, int head, int last)
    {
        var isCapitals = true;
        var start = IsDeterminer(first) ? first + 1 : first;
        for (var i = start; i <= head; i++)
            isCapitals &= stream[i].IsCapital && !stream[i].Lexeme.Is(WordClasses.Ending);
        if (isCapitals && start > first)
            isCapitals = start < head;
        var type = isCapitals && start <= head ? SpeakerType.Capitals : SpeakerType.Description;
        var limit = stream.SentenceOf(head).Last;
        if (type == SpeakerType.Description && Beside(last, limit) is { } name)
            return Of(name, first) with { Last = name.Last };
        var linked = mentions.At(head) is { Kind: MentionKind.Description } description ? description.EntityId : 0;
        var span = type == SpeakerType.Capitals ? Span(start, head) : Span(first, WithClause(last, limit));
        return new SpeakerMention(first, last, head, type, span, linked);
    }

    /// <summary>"one of the witnesses" with "who told the same story".</summary>
    private int WithClause(int last, int limit)
    {
        if (last >= limit || !stream.Is(last + 1, "who"))
            return last;
        var end = last + 1;
        while (end < limit && end - last < 20 && stream[end + 1].Kind is ItemKind.Word or ItemKind.Number)
            end++;
        return end - last is > 2 and < 20 ? end : last;
    }

    private TextSpan Span(int first, int last) => TextSpan.FromBounds(stream[first].Span.Start, stream[last].Span.End);
}
