using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>Reads the phrase that ends or starts at an item: a name with its title, a description, a pronoun.</summary>
internal sealed class NounPhrases(ItemStream stream, MentionMap mentions, PhraseWords words)
{
    private const int MaxWords = 14;

    private readonly PhraseTails _tails = new(stream, words);
    private readonly BodyPhrases _bodies = new(stream, mentions, words);

    public SpeakerMention? EndingAt(int last)
    {
        var bounds = stream.SentenceOf(last);
        if (words.IsPronoun(last))
            return Pronoun(last);
        if (mentions.NameAt(last) is { } name && name.Last == last)
            return Joined(name, WithTitle(name.First, bounds.First), bounds.First);
        if (words.IsSomeOfThem(last, bounds.First))
            return Some(last - 2, last);
        if (words.IsSomeone(last))
            return Some(last, last);
        if (!words.IsNoun(last) || stream[last].Kind != ItemKind.Word && !words.IsAge(last))
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

            if (!lexeme.Is(WordClasses.Ending) && !words.IsNoun(first - 1))
                break;
            first--;
        }

        if (first > last)
            return null;
        return words.IsBody(last) && _bodies.EndingAt(last, first) is { } body
            ? Of(body, WithTitle(body.First, bounds.First), last)
            : Described(first, last, last);
    }

    public SpeakerMention? StartingAt(int first)
    {
        if (first >= stream.Count)
            return null;
        var bounds = stream.SentenceOf(first);
        if (words.IsPronoun(first))
            return Pronoun(first);
        if (first + 2 <= bounds.Last && words.IsSomeOfThem(first + 2, first))
            return Some(first, first + 2);
        if (words.IsSomeone(first))
            return Some(first, first);
        var head = -1;
        for (var i = first; i <= bounds.Last && i - first < MaxWords; i++)
        {
            if (mentions.NameAt(i) is { } name)
            {
                i = name.Last;
                head = i;
                if (_bodies.EndOf(name, bounds.Last) is var end && end > name.Last)
                    return Of(name, first, end);
                if (!GoesOn(name, first, bounds.Last))
                    return JoinedOn(name, first, bounds.Last);
            }
            else if (stream[i].Lexeme.Is(WordClasses.Ending) || i == first && words.IsDeterminer(i))
            {
                continue;
            }
            else if (words.IsNoun(i) || IsDayInside(i, first, bounds.Last))
            {
                head = stream[i].Kind == ItemKind.Word || words.IsAge(i) ? i : head;
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
            : Described(first, head, _tails.Behind(head, bounds.Last));
    }

    /// <summary>Whether a name only modifies what follows: "Clinton's aide", "a Clinton aide", "the Senate leader".</summary>
    private bool GoesOn(PlacedMention name, int first, int limit)
    {
        if (name.Last >= limit)
            return false;
        if (stream[name.Last + 1].Lexeme.Is(WordClasses.Ending))
            return true;
        if (
            !words.IsNoun(name.Last + 1)
            || mentions.NameAt(name.Last + 1) is { Type: EntityType.Person } && name.Type == EntityType.Person
        )
            return false;
        return LeadsToPerson(name, limit)
            || words.IsDeterminer(first) && !stream[name.Last + 1].IsCapital
            || name.Type != EntityType.Person && (stream[name.Last + 1].IsCapital || words.IsPersonNoun(name.Last + 1))
            || words.IsAttendant(name.Last + 1);
    }

    /// <summary>"CBS moderator Nancy Cordes", "Cruz constituent Dan Golvach".</summary>
    private bool LeadsToPerson(PlacedMention name, int limit)
    {
        var next = name.Last + 1;
        if (name.Type == EntityType.Person && stream[next].IsCapital)
            return false;
        for (var i = next; i <= limit && i < next + 7; i++)
        {
            if (mentions.NameAt(i) is { Type: EntityType.Person } person)
                return i > next && person.EntityId != name.EntityId;
            if (!words.IsNoun(i))
                return false;
        }

        return false;
    }

    /// <summary>"a Wednesday editorial", "a separate June 2011 memo".</summary>
    private bool IsDayInside(int i, int first, int limit) =>
        stream[i].Lexeme.Is(WordClasses.Time)
        && i > first
        && i < limit
        && i <= first + 2
        && words.IsDeterminer(first)
        && words.IsNoun(i + 1);

    /// <summary>The name at the end of "secretary of state Hillary Clinton".</summary>
    private PlacedMention? AfterOffice(int head, int limit)
    {
        if (head + 2 >= limit || !stream.Is(head + 1, "of"))
            return null;
        for (var i = head + 2; i <= limit && i < head + 8; i++)
        {
            if (mentions.NameAt(i) is { Type: EntityType.Person } name)
                return i > head + 2 ? name : null;
            if (!words.IsNoun(i) && !words.IsDeterminer(i))
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
                return isNamed || name.Last >= limit || stream[name.Last + 1].Kind != ItemKind.Word ? name : null;
            if (!stream[i].IsCapital && !stream.Is(i, "as"))
                return null;
        }

        return null;
    }

    /// <summary>The one whose "his" or "her" stands at an item.</summary>
    public SpeakerMention Owner(int possessive) => Pronoun(possessive);

    private int WithTitle(int from, int limit)
    {
        var first = from;
        while (
            first > limit
            && from - first < MaxWords
            && stream[first - 1].Kind == ItemKind.Word
            && words.IsNoun(first - 1)
            && mentions.NameAt(first - 1) is not { Type: EntityType.Person }
        )
            first--;
        return first > limit && words.IsDeterminer(first - 1) ? first - 1 : first;
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
        return start == limit || stream[start - 1].Kind is ItemKind.Punctuation or ItemKind.Quote
            ? Several(other, name, start)
            : Of(name, first);
    }

    /// <summary>wrote "Cummings and Conyers", with no word of another clause after them.</summary>
    private SpeakerMention JoinedOn(PlacedMention name, int first, int limit)
    {
        if (
            name.Last + 2 > limit
            || !stream.Is(name.Last + 1, "and")
            || mentions.NameAt(name.Last + 2) is not { } other
            || other.Type != name.Type
            || other.EntityId == name.EntityId
        )
            return Of(name, first);
        return other.Last >= limit || stream[other.Last + 1].Kind is ItemKind.Punctuation or ItemKind.Quote
            ? Several(name, other, first)
            : Of(name, first);
    }

    private SpeakerMention Several(PlacedMention one, PlacedMention other, int first) =>
        new(first, other.Last, other.Last, SpeakerType.Several, Span(one.First, other.Last), 0)
        {
            Together = (one.EntityId, other.EntityId),
        };

    /// <summary>A body's name with what it is called behind it.</summary>
    private SpeakerMention Of(PlacedMention name, int first, int last) =>
        Of(name, first) with
        {
            Last = last,
            Head = last,
            Span = Span(name.First, last),
        };

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

    /// <summary>"one of them", "another".</summary>
    private SpeakerMention Some(int first, int last) =>
        new(first, last, first, SpeakerType.Description, Span(first, last), 0);

    /// <summary>Whoever stands as an object before an item: "quoting him", "citing the minister".</summary>
    public SpeakerMention? ObjectEndingAt(int last) =>
        stream.Is(last, "him") || stream.Is(last, "her") || stream.Is(last, "them") ? Pronoun(last) : EndingAt(last);

    private SpeakerMention Pronoun(int item) =>
        new(item, item, item, SpeakerType.Pronoun, stream[item].Span, mentions.At(item)?.EntityId ?? 0);

    private SpeakerMention Described(int first, int head, int last)
    {
        var isCapitals = true;
        var start = words.IsDeterminer(first) ? first + 1 : first;
        for (var i = start; i <= head; i++)
            isCapitals &= stream[i].IsCapital && !stream[i].Lexeme.Is(WordClasses.Ending);
        if (isCapitals && start > first)
            isCapitals = start < head;
        var type = isCapitals && start <= head ? SpeakerType.Capitals : SpeakerType.Description;
        var limit = stream.SentenceOf(head).Last;
        if (type == SpeakerType.Description && Beside(last, limit) is { } name)
            return Of(name, first) with { Last = name.Last };
        var linked = mentions.At(head) is { Kind: MentionKind.Description } description ? description.EntityId : 0;
        var span = type == SpeakerType.Capitals ? Span(start, head) : Span(first, _tails.WithClause(last, limit));
        return new SpeakerMention(first, last, head, type, span, linked);
    }

    private TextSpan Span(int first, int last) => TextSpan.FromBounds(stream[first].Span.Start, stream[last].Span.End);
}
