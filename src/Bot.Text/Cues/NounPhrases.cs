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
            else if (IsNoun(i))
            {
                head = stream[i].Kind == ItemKind.Word ? i : head;
            }
            else
            {
                break;
            }
        }

        return head < 0 ? null : Described(first, head, WithTail(head, bounds.Last));
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
            || Attendants.Contains(stream.Word(name.Last + 1));
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

    public bool IsPronoun(int item) =>
        stream[item].Lexeme.Is(WordClasses.SubjectPronoun) && !stream.Is(item, "who") && !stream.Is(item, "one");

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
        if (lexeme.Verb is null)
            return true;
        var follows =
            i > 0 && stream[i - 1].Sentence == item.Sentence ? stream[i - 1].Lexeme.Classes : WordClasses.None;
        var asNoun = new Lexeme(follows, null, VerbForm.None).Is(
            WordClasses.Determiner | WordClasses.Possessive | WordClasses.Ending | WordClasses.Preposition
        );
        return lexeme.Form switch
        {
            VerbForm.Base => asNoun
                || lexeme.Verb.Strength == CueStrength.Loose
                    && i > 0
                    && stream[i - 1].Kind == ItemKind.Word
                    && follows == WordClasses.None,
            VerbForm.Third => asNoun,
            _ => asNoun && lexeme.Verb.Strength == CueStrength.Loose,
        };
    }

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
        var linked = mentions.At(head) is { Kind: MentionKind.Description } description ? description.EntityId : 0;
        return new SpeakerMention(
            first,
            last,
            head,
            type,
            type == SpeakerType.Capitals ? Span(start, head) : Span(first, last),
            linked
        );
    }

    private TextSpan Span(int first, int last) => TextSpan.FromBounds(stream[first].Span.Start, stream[last].Span.End);
}
