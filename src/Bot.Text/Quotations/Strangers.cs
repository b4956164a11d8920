using Bot.Text.Lexicons;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Somebody whom a text describes and never names.</summary>
/// <param name="Item">Below zero where there is none.</param>
/// <param name="Standing">0 for nobody, else how far the stranger is in sentences, and whether one that acts.</param>
/// <param name="Speaks">A cue gives the stranger the word.</param>
internal readonly record struct Stranger(int Item, int Standing, bool Speaks);

/// <summary>
/// Those whom a text describes and never names, reading on: "the prime minister, who …, said. Asked …, she replied" is nobody's
/// whom the text names before.
/// </summary>
internal sealed class Strangers(QuotationScene scene)
{
    private const int Farthest = 2;

    /// <summary>Beyond it nobody is looked for, however long a sentence is.</summary>
    private const int Most = 8;

    private readonly List<(int Item, int Sentence, bool Acts, bool Speaks, Gender Gender)> _seen = [];

    /// <param name="isAct">Whether a verb stands at an item.</param>
    public void Pass(Speakable speakable, Func<int, bool> isAct)
    {
        if (speakable is not { Sort: NounSort.Person, IsModifier: false, IsPossessor: false, Mention.EntityId: 0 })
            return;
        var last = speakable.Mention.Last;
        var end = scene.Stream.Sentences[speakable.Sentence].Last;
        // "A student asked Ann Holt. “…,” she said": who asks is not who answers.
        if (last < end && scene.Stream[last + 1].Lexeme.Verb?.Lemma is "ask")
            return;
        var speaks = scene.Speakables.Speaks(speakable.Mention.Head);
        var acts = speaks || last < end && isAct(last + 1) || IsTold(last, end);
        _seen.Add((speakable.Mention.Head, speakable.Sentence, acts, speaks, GenderOf(speakable.Mention.Head)));
    }

    /// <summary>The last one whom a pronoun may stand for, one that acts before one that does not.</summary>
    public Stranger Nearest(int item, int sentence, Gender gender)
    {
        var nearest = new Stranger(-1, 0, Speaks: false);
        for (var i = _seen.Count - 1; i >= Math.Max(0, _seen.Count - Most); i--)
        {
            var seen = _seen[i];
            var away = sentence - seen.Sentence;
            if (away > Farthest)
                break;
            if (seen.Item >= item || seen.Gender != Gender.Untold && seen.Gender != gender)
                continue;
            if (seen.Acts)
                return new Stranger(seen.Item, 2 + 2 * away, seen.Speaks);
            if (nearest.Item < 0)
                nearest = new Stranger(seen.Item, 1 + 2 * away, Speaks: false);
        }

        return nearest;
    }

    /// <summary>"the prime minister, who was in Oslo, said".</summary>
    private bool IsTold(int last, int end) =>
        last + 2 <= end && scene.Stream.IsMark(last + 1, ',') && scene.Stream.Is(last + 2, "who");

    private Gender GenderOf(int head)
    {
        var traits = scene.Words.TraitsAt(head);
        return traits.HasFlag(WordTraits.Female) ? Gender.Female
            : traits.HasFlag(WordTraits.Male) ? Gender.Male
            : Gender.Untold;
    }
}
