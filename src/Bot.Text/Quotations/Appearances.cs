using System.Runtime.InteropServices;
using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>Where the persons of a text were spoken of, as far as it was read.</summary>
internal sealed class Appearances(QuotationScene scene)
{
    private const int Possessor = 1;
    private const int Led = 2;
    private const int Acts = 4;
    private const int First = 8;

    /// <summary>Appearances beyond which nobody is kept in mind.</summary>
    private const int Farthest = 40;

    /// <summary>Paragraphs beyond which nobody leads.</summary>
    private const int MostParagraphs = 4;

    private readonly ItemStream _stream = scene.Stream;
    private readonly int[] _paragraphs = scene.Stream.ParagraphsWithWords();
    private readonly List<Appearance> _seen = [];
    private readonly Dictionary<int, int> _counts = [];

    /// <summary>Those that are kept in mind, the latest last.</summary>
    public ReadOnlySpan<Appearance> Latest => CollectionsMarshal.AsSpan(_seen)[Math.Max(0, _seen.Count - Farthest)..];

    public void Add(in Appearance appearance)
    {
        _seen.Add(appearance);
        _counts[appearance.EntityId] = CountOf(appearance.EntityId) + 1;
    }

    public int CountOf(int entityId) => _counts.GetValueOrDefault(entityId);

    /// <summary>An appearance from one item to another, with what the words beside it tell.</summary>
    public Appearance At(int first, int last, int entityId, AppearanceKind kind)
    {
        var item = _stream[last];
        var bounds = _stream.Sentences[item.Sentence];
        var order = 0;
        for (var i = _seen.Count - 1; i >= 0 && order < 4 && _seen[i].Sentence == item.Sentence; i--)
            order++;
        var role =
            (last < bounds.Last && _stream[last + 1].Lexeme.Is(WordClasses.Ending) ? Possessor : 0)
            + (first > bounds.First && _stream[first - 1].Lexeme.Is(WordClasses.Preposition) ? Led : 0)
            + (last < bounds.Last && IsAct(last + 1) ? Acts : 0)
            + (order == 0 ? First : 0);
        return new Appearance(
            last,
            entityId,
            kind,
            item.Sentence,
            _paragraphs[item.Sentence],
            order,
            role,
            scene.Speakables.Speaks(last)
        );
    }

    /// <summary>A name behind the pronoun of its sentence.</summary>
    public Appearance Later(PlacedMention name, int sentence) =>
        new(
            name.First,
            name.EntityId,
            AppearanceKind.Name,
            sentence,
            _paragraphs[sentence],
            4,
            0,
            scene.Speakables.Speaks(name.Last)
        );

    /// <summary>Whether a finite verb stands at an item.</summary>
    public bool IsAct(int item)
    {
        var lexeme = _stream[item].Lexeme;
        return lexeme.Is(WordClasses.Auxiliary)
            || lexeme is { Verb: not null, Form: VerbForm.Past or VerbForm.Third }
            || _stream[item] is { Kind: ItemKind.Word, IsCapital: false } && (_stream.Word(item).EndsWith("ed"));
    }

    /// <summary>Where a person was last given the word; below zero where none was of those kept in mind.</summary>
    public int LastSpeaker()
    {
        var seen = Latest;
        for (var i = seen.Length - 1; i >= 0; i--)
        {
            if (seen[i].IsSpeaker)
                return seen[i].Item;
        }

        return -1;
    }

    /// <summary>Who leads among the persons that a pronoun may stand for.</summary>
    /// <param name="sentence">The pronoun's.</param>
    /// <param name="fits">Whether a person may be meant.</param>
    public Leaders Leaders(int sentence, int paragraph, Func<int, bool> fits)
    {
        var (speaker, pronoun, subject, topic) = (-1, -1, -1, -1);
        var seen = Latest;
        for (var i = seen.Length - 1; i >= 0; i--)
        {
            ref readonly var at = ref seen[i];
            if (!fits(at.EntityId))
                continue;
            if (speaker < 0 && at.IsSpeaker)
                speaker = at.EntityId;
            if (pronoun < 0 && at.Kind >= AppearanceKind.Pronoun)
                pronoun = at.EntityId;
            // The first of the sentence that the pronoun stands in, and of the one before: seen last on the way back.
            // "Lund's lawyer, Ann Holt, said" and "Her lawyer, Ann Holt, said" are about the lawyer.
            var isOwner = (at.Role & Possessor) != 0 || at.Kind == AppearanceKind.OtherPronoun;
            if (at.Sentence == sentence && !(isOwner && subject >= 0))
                subject = at.EntityId;
            if (at.Sentence == sentence - 1 && !(isOwner && topic >= 0))
                topic = at.EntityId;
            if (at.Paragraph < paragraph - MostParagraphs)
                break;
        }

        return new Leaders(speaker, pronoun, subject, topic);
    }
}

/// <summary>The persons who lead among those that a pronoun may stand for, by entity; below zero where none does.</summary>
/// <param name="Speaker">Who spoke last.</param>
/// <param name="Pronoun">For whom a pronoun stood last.</param>
/// <param name="Subject">The first of the pronoun's sentence.</param>
/// <param name="Topic">The first of the sentence before.</param>
internal readonly record struct Leaders(int Speaker, int Pronoun, int Subject, int Topic)
{
    /// <summary>Whether an entity is each of them: 1 for yes, 0 for no, 2 where nobody is.</summary>
    public (int Speaker, int Pronoun, int Subject, int Topic) Are(int entity)
    {
        return (Is(Speaker), Is(Pronoun), Is(Subject), Is(Topic));

        int Is(int who) =>
            who < 0 ? 2
            : who == entity ? 1
            : 0;
    }
}
