using Bot.Text.Learning;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>One whom a mention may stand for.</summary>
internal readonly record struct Chance(int EntityId, double Share);

/// <summary>Whom each "he" and "she" that may have spoken stands for, as likely as learned weights see it.</summary>
internal sealed class Antecedents
{
    private readonly Dictionary<int, Chance[]> _ofPronoun = [];
    private readonly Dictionary<int, int> _strangers = [];

    private Antecedents() { }

    /// <summary>By speakable; none where the mention is no such pronoun.</summary>
    public IReadOnlyList<Chance> Of(int speakable) => _ofPronoun.GetValueOrDefault(speakable) ?? [];

    /// <summary>The mention of somebody unnamed whom a pronoun stands for where no entity is meant; null where there is none.</summary>
    public int? StrangerOf(int speakable) => _strangers.TryGetValue(speakable, out var stranger) ? stranger : null;

    public static Antecedents Read(QuotationScene scene, Weights weights)
    {
        var antecedents = new Antecedents();
        var bag = new FeatureBag(weights);
        Walk(
            scene,
            (speakable, features) =>
            {
                var chances = Weigh(features, bag);
                antecedents._ofPronoun[speakable] = chances;
                if (features.StrangerItem >= 0)
                    antecedents._strangers[speakable] = scene.Speakables.AtHead(features.StrangerItem);
                return chances.MaxBy(c => c.Share).EntityId;
            }
        );
        return antecedents;
    }

    /// <summary>Reads on from the text's start, and asks at each pronoun of a person whom it stands for.</summary>
    public static void Walk(QuotationScene scene, Func<int, AntecedentFeatures, int> resolve)
    {
        var features = new AntecedentFeatures(scene);
        for (var i = 0; i < scene.Stream.Count; i++)
        {
            var speakable = scene.Speakables.AtHead(i);
            if (speakable >= 0 && features.IsOfPerson(i))
            {
                features.Turn(i);
                features.Resolve(resolve(speakable, features));
            }
            else if (scene.Mentions.At(i) is { Type: EntityType.Person } person && person.First == i)
            {
                var kind = person.Kind switch
                {
                    MentionKind.Name => AppearanceKind.Name,
                    MentionKind.Description => AppearanceKind.Description,
                    _ => AppearanceKind.OtherPronoun,
                };
                features.Add(person.First, person.Last, person.EntityId, kind);
            }
            else if (speakable >= 0)
            {
                features.Pass(scene.Speakables[speakable]);
            }
        }
    }

    private static Chance[] Weigh(AntecedentFeatures features, FeatureBag bag)
    {
        var chances = new Chance[features.Count];
        var (top, sum) = (double.NegativeInfinity, 0.0);
        for (var i = 0; i < chances.Length; i++)
        {
            features.Write(i, bag);
            chances[i] = new Chance(features.EntityAt(i), bag.Score);
            top = Math.Max(top, chances[i].Share);
        }

        for (var i = 0; i < chances.Length; i++)
            sum += (chances[i] = chances[i] with { Share = Math.Exp(chances[i].Share - top) }).Share;
        for (var i = 0; i < chances.Length; i++)
            chances[i] = chances[i] with { Share = chances[i].Share / sum };
        return chances;
    }
}
