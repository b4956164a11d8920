using Bot.Text.Cues;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Works out which entity a mention of a speaker stands for; 0 rather than a guess.</summary>
internal sealed class SpeakerIdentity(ItemStream stream, MentionMap mentions)
{
    private const int Reach = 120;

    private readonly Dictionary<string, int> _byName = NamesOf(mentions.Entities);

    public int Of(SpeakerMention mention, Attribution? previous)
    {
        if (mention.Type == SpeakerType.Pronoun && OfPronoun(mention, previous) is var person and > 0)
            return person;
        return mention is { EntityId: 0, Type: SpeakerType.Capitals }
            ? Math.Max(0, _byName.GetValueOrDefault(mention.Span.Of(stream.Text)))
            : mention.EntityId;
    }

    private int OfPronoun(SpeakerMention pronoun, Attribution? previous)
    {
        if (stream.Is(pronoun.Head, "he") || stream.Is(pronoun.Head, "his"))
            return Person(pronoun, Gender.Female, previous);
        if (stream.Is(pronoun.Head, "she") || stream.Is(pronoun.Head, "her"))
            return Person(pronoun, Gender.Male, previous);
        var isThing = stream.Is(pronoun.Head, "it") && previous is { EntityId: > 0 };
        return isThing && mentions.Entity(previous!.EntityId).Type != EntityType.Person ? previous.EntityId : 0; // isThing saw it
    }

    /// <summary>Names, other forms and surnames; -1 where two share one.</summary>
    private static Dictionary<string, int> NamesOf(IEnumerable<Entity> entities)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in entities)
        foreach (
            var name in entity.Aliases.Append(entity.Name).Append(entity.Name[(entity.Name.LastIndexOf(' ') + 1)..])
        )
            ids[name] = ids.TryGetValue(name, out var known) && known != entity.Id ? -1 : entity.Id;
        return ids;
    }

    /// <summary>
    /// Whom the sentence is about that stands last before the pronoun, or who spoke last, whichever is nearer: speech is
    /// passed on from speaker to speaker, and a resolver of pronouns in general does not know who spoke.
    /// </summary>
    private int Person(SpeakerMention pronoun, Gender unfit, Attribution? previous)
    {
        var sentence = stream[pronoun.Head].Sentence;
        var modified = 0;
        for (var s = sentence; s >= 0 && s >= sentence - 4; s--)
        {
            var (first, last, _) = stream.Sentences[s];
            var limit = s == sentence ? pronoun.Head : Math.Min(last + 1, first + Reach);
            for (var i = Math.Max(first, limit - Reach); i < limit; i++)
            {
                if (mentions.At(i) is not { Type: EntityType.Person } person)
                    continue;
                if (mentions.Entity(person.EntityId).Gender == unfit)
                    continue;
                var isSubject = person.First == first || !stream[person.First - 1].Lexeme.Is(WordClasses.Preposition);
                isSubject &= person.Last + 1 >= limit || !stream[person.Last + 1].Lexeme.Is(WordClasses.Ending);
                if (isSubject)
                    return person.EntityId;
                modified = modified == 0 ? person.EntityId : modified;
                i = person.Last;
            }

            if (
                previous is { EntityId: > 0, Mention: { } speaker }
                && stream[speaker.Head].Sentence == s
                && mentions.Entity(previous.EntityId).Gender != unfit
            )
                return previous.EntityId;
        }

        return modified;
    }
}
