using Bot.Text.Cues;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Works out which entity a mention of a speaker stands for; 0 rather than a guess.</summary>
internal sealed class SpeakerIdentity(ItemStream stream, MentionMap mentions)
{
    private const int Reach = 120;

    public int Of(SpeakerMention mention, Attribution? previous)
    {
        if (mention.EntityId > 0 || mention.Type != SpeakerType.Pronoun)
            return mention.EntityId;
        if (stream.Is(mention.Head, "he") || stream.Is(mention.Head, "his"))
            return Person(mention, Gender.Female, previous);
        if (stream.Is(mention.Head, "she") || stream.Is(mention.Head, "her"))
            return Person(mention, Gender.Male, previous);
        return 0;
    }

    /// <summary>The one whom the sentence is about that stands last before the pronoun.</summary>
    private int Person(SpeakerMention pronoun, Gender unfit, Attribution? previous)
    {
        var sentence = stream[pronoun.Head].Sentence;
        var modified = 0;
        for (var s = sentence; s >= 0 && s >= sentence - 4; s--)
        {
            var (first, last, _) = stream.Sentences[s];
            var limit = s == sentence ? pronoun.Head : Math.Min(last + 1, first + Reach);
            for (var i = first; i < limit; i++)
            {
                if (mentions.At(i) is not { Type: EntityType.Person } person || person.Kind == MentionKind.Description)
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
