using Bot.Text.Cues;
using Bot.Text.Learning;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Works out which entities a mention may stand for, and how likely each.</summary>
internal sealed class SpeakerIdentity
{
    /// <summary>Sentences beyond which no "it" looks back, and mentions, however long a sentence is.</summary>
    private const int Reach = 2;
    private const int Farthest = 40;

    private readonly QuotationScene _scene;
    private readonly Chance[][] _chances;
    private readonly int[] _best;
    private readonly int[] _roots;

    /// <summary>The last mention of each noun that says what somebody unnamed is.</summary>
    private readonly Dictionary<string, int> _told = new(StringComparer.OrdinalIgnoreCase);

    public SpeakerIdentity(QuotationScene scene, Weights pronouns)
    {
        _scene = scene;
        var antecedents = Antecedents.Read(scene, pronouns);
        var byName = NamesOf(scene.Mentions.Entities);
        _chances = new Chance[scene.Speakables.Count][];
        _roots = new int[_chances.Length];
        for (var i = 0; i < _chances.Length; i++)
        {
            var before = antecedents.StrangerOf(i) ?? SpokenBefore(i) ?? FirstToldOf(i);
            _roots[i] = before is { } root ? _roots[root] : i;
            _chances[i] = antecedents.Of(i) is { Count: > 0 } likely
                ? [.. likely]
                : [new Chance(NamedBy(scene, scene.Speakables[_roots[i]].Mention, byName), 1)];
        }

        _best = Array.ConvertAll(_chances, c => c.MaxBy(chance => chance.Share).EntityId);
    }

    /// <summary>Shares of one; the entity 0 stands for somebody whom no entity is.</summary>
    public ReadOnlySpan<Chance> Of(int speakable) => _chances[speakable];

    /// <summary>The likeliest entity, 0 where it is none.</summary>
    public int BestOf(int speakable) => _best[speakable];

    /// <summary>
    /// The mention that says who is meant where no entity is: "a spokesperson" for a "they" or a "she" behind it; the mention itself
    /// where it says so.
    /// </summary>
    public int RootOf(int speakable) => _roots[speakable];

    /// <summary>
    /// "A spokesperson said …. “…,” they added", "The company said …. “…,” it added", "A statement was read. “…,” it said".
    /// </summary>
    private int? SpokenBefore(int speakable)
    {
        var pronoun = _scene.Speakables[speakable];
        var isThing = _scene.Stream.Is(pronoun.Mention.Head, "it");
        if (!isThing && !_scene.Stream.Is(pronoun.Mention.Head, "they"))
            return null;
        for (var i = speakable - 1; i >= Math.Max(0, speakable - Farthest); i--)
        {
            var before = _scene.Speakables[i];
            if (pronoun.Sentence - before.Sentence > Reach)
                return null;
            if (before.Sentence == pronoun.Sentence || before.IsModifier || before.IsPossessor)
                continue;
            var speaks = _scene.Speakables.Speaks(before.Mention.Head);
            if (isThing ? IsThing(before, speaks) : speaks)
                return before.Mention.Type is SpeakerType.Person or SpeakerType.Place ? null : i;
        }

        return null;
    }

    /// <summary>A body that spoke, or words that are somebody's and no mere "in a statement".</summary>
    private bool IsThing(Speakable mention, bool speaks)
    {
        if (mention.Mention.Type == SpeakerType.Organisation)
            return speaks;
        var first = mention.Mention.First;
        return mention.Mention is { Type: SpeakerType.Description, EntityId: 0, Head: var noun }
            && (speaks ? mention.Sort == NounSort.Speaker : _scene.Words.IsPaper(noun))
            && (
                first == 0
                || _scene.Stream.Is(first - 1, "as")
                || !_scene.Stream[first - 1].Lexeme.Is(WordClasses.Preposition)
            );
    }

    /// <summary>"A municipal engineer said …. “…,” the engineer said": nothing but the noun, told of before.</summary>
    private int? FirstToldOf(int speakable)
    {
        if (_scene.Speakables[speakable].Mention is not { Type: SpeakerType.Description, EntityId: 0 } mention)
            return null;
        var told = _told.GetAlternateLookup<ReadOnlySpan<char>>();
        var noun = _scene.Stream.Word(mention.Head);
        var isBare = mention.Last == mention.Head && mention.Head == mention.First + 1;
        if (isBare && _scene.Stream.Is(mention.First, "the") && told.TryGetValue(noun, out var before))
            return before;
        told[noun] = speakable;
        return null;
    }

    private static int NamedBy(QuotationScene scene, SpeakerMention mention, Dictionary<string, int> byName) =>
        mention is { EntityId: 0, Type: SpeakerType.Capitals }
            ? Math.Max(0, byName.GetValueOrDefault(mention.Span.Of(scene.Stream.Text)))
            : mention.EntityId;

    /// <summary>Names, other forms and surnames; -1 where two share one.</summary>
    private static Dictionary<string, int> NamesOf(IEnumerable<Entity> entities)
    {
        var ids = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities)
        foreach (
            var name in entity.Aliases.Append(entity.Name).Append(entity.Name[(entity.Name.LastIndexOf(' ') + 1)..])
        )
            ids[name] = ids.TryGetValue(name, out var known) && known != entity.Id ? -1 : entity.Id;
        return ids;
    }
}
