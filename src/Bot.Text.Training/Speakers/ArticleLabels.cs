using Bot.Text.Cues;
using Bot.Text.Learning;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Text.Training.Speakers;

/// <summary>Lays the gold of an article over what the product sees of it, and makes examples of both.</summary>
internal sealed class ArticleLabels
{
    private readonly QuotationScene _scene;
    private readonly GoldQuote?[] _ofUnit;
    private readonly int[] _speakers;
    private readonly Dictionary<int, int> _antecedents = [];

    public ArticleLabels(GoldArticle article, QuotationScene scene)
    {
        _scene = scene;
        var quoted = article.Quotes.Where(q => q.IsQuoted).ToList();
        _ofUnit = [.. scene.Stream.Units.Select(u => Matching(u.Span, quoted))];
        _speakers = [.. _ofUnit.Select(q => q?.Speaker is { } speaker ? MentionIn(speaker, q) : -1)];
        foreach (var quote in article.Quotes)
        {
            if (
                quote
                    is { SpeakerType: "pronoun" or HandMade.Type, Speaker: { } speaker, Entity: { } name, IsSure: true }
                && name != quote.SpeakerText
                && MentionIn(speaker, quote) is var at and >= 0
                && scene.Speakables[at].Mention.Type == SpeakerType.Pronoun
            )
                _antecedents[at] = PersonNamed(name);
        }
    }

    /// <summary>Examples of whom a pronoun stands for; pronouns that the gold says nothing of count as the given weights see them.</summary>
    public IEnumerable<Example> PronounExamples(Weights? weights)
    {
        var examples = new List<Example>();
        var bag = new FeatureBag();
        var others = weights is null ? null : Antecedents.Read(_scene, weights);
        Antecedents.Walk(
            _scene,
            (speakable, features) =>
            {
                if (!_antecedents.TryGetValue(speakable, out var right))
                    return others is null
                        ? _scene.Speakables[speakable].Mention.EntityId
                        : others.Of(speakable).MaxBy(c => c.Share).EntityId;
                var isRight = features.Candidates.Select(id => id == right).ToArray();
                if (!isRight.Contains(true))
                    return right;
                examples.Add(
                    new Example(
                        [
                            .. Enumerable
                                .Range(0, features.Count)
                                .Select(i =>
                                {
                                    features.Write(i, bag);
                                    return bag.Slots.ToArray();
                                }),
                        ],
                        isRight
                    )
                );
                return right;
            }
        );
        return examples;
    }

    /// <summary>How many pronouns whose person the product knows are resolved rightly, and how many there are.</summary>
    public (int Right, int Known) PronounScore(Weights weights)
    {
        var read = Antecedents.Read(_scene, weights);
        var known = _antecedents.Where(a => a.Value > 0).ToList();
        return (known.Count(a => read.Of(a.Key).MaxBy(c => c.Share).EntityId == a.Value), known.Count);
    }

    public IEnumerable<Example> SpeakerExamples(Weights pronouns)
    {
        var identity = new SpeakerIdentity(_scene, pronouns);
        var features = new SpeakerFeatures(
            _scene,
            new SpeechJudge(_scene.Stream),
            i => _antecedents.TryGetValue(i, out var known) ? known : identity.BestOf(i)
        );
        var bag = new FeatureBag();
        var earlier = EarlierSpeech.None;
        GoldQuote? before = null;
        for (var i = 0; i < _ofUnit.Length; i++)
        {
            var (unit, gold) = (_scene.Stream.Units[i], _ofUnit[i]);
            features.Turn(unit, earlier);
            var right = RightOf(features.Candidates, i, before);
            if (right.Contains(true))
            {
                yield return new Example(
                    [
                        .. features.Candidates.Select(c =>
                        {
                            features.Write(c, bag);
                            return bag.Slots.ToArray();
                        }),
                    ],
                    right
                );
            }

            if (gold?.Speaker is null || _speakers[i] < 0)
            {
                earlier = earlier with { IsAfterPhrase = gold is null };
                continue;
            }

            earlier = new EarlierSpeech(i, _speakers[i], EntityOf(_speakers[i], gold), false);
            before = gold;
        }
    }

    private bool[] RightOf(IReadOnlyList<SpeakerCandidate> candidates, int unit, GoldQuote? before)
    {
        var gold = _ofUnit[unit];
        if (gold is null)
            return [.. candidates.Select(c => c.Kind == CandidateKind.Phrase)];
        if (gold.Speaker is not { } speaker)
            return [.. candidates.Select(c => c.Kind == CandidateKind.Nobody)];
        var isAgain = before is not null && IsSameSpeaker(before, gold);
        var bySpan = candidates
            .Select(c =>
                c.Kind == CandidateKind.Mentioned && c.Speakable == _speakers[unit]
                || c.Kind == CandidateKind.Previous && isAgain
            )
            .ToArray();
        if (bySpan.Contains(true))
            return bySpan;
        // Somebody out of reach: all that is learned is that it is speech.
        bool[] bySomebody = [.. candidates.Select(c => c.Kind is CandidateKind.Mentioned or CandidateKind.Previous)];
        if (gold is not { Entity: { } entity, IsSure: true })
            return bySomebody;
        var byName = candidates
            .Select(c =>
                c.Kind == CandidateKind.Mentioned
                && _scene.Speakables[c.Speakable].Mention.EntityId is var id and > 0
                && NameMatch.MayBeOne(_scene.Mentions.Entity(id).Name, entity)
            )
            .ToArray();
        return byName.Contains(true) ? byName : bySomebody;
    }

    private static bool IsSameSpeaker(GoldQuote one, GoldQuote other) =>
        one.Speaker == other.Speaker
        || one is { Entity: { } a, IsSure: true } && other is { Entity: { } b, IsSure: true } && a == b
        || one.Entity is null
            && other.Entity is null
            && one.SpeakerText == other.SpeakerText
            && one.SpeakerType is "descriptor";

    private int EntityOf(int speakable, GoldQuote gold) =>
        gold is { Entity: { } name, IsSure: true } && PersonNamed(name) is var person and > 0
            ? person
            : _scene.Speakables[speakable].Mention.EntityId;

    /// <summary>0 where the product knows nobody of the name.</summary>
    private int PersonNamed(string name) =>
        _scene
            .Mentions.Entities.Where(e => e.Type == EntityType.Person && NameMatch.MayBeOne(e.Name, name))
            .MinBy(e => (e.Name == name ? 0 : 1, e.Id))
            ?.Id
        ?? 0;

    /// <summary>The mention that a gold speaker's words best agree with; below zero where none does.</summary>
    private int MentionIn(TextSpan speaker, GoldQuote gold)
    {
        var (best, top) = (-1, 0.05);
        for (var i = 0; i < _scene.Speakables.Count; i++)
        {
            var speakable = _scene.Speakables[i];
            var mention = speakable.Mention;
            var whole = TextSpan.FromBounds(
                _scene.Stream[mention.First].Span.Start,
                _scene.Stream[mention.Last].Span.End
            );
            if (whole.Start >= speaker.End || whole.End <= speaker.Start)
                continue;
            var share = Math.Max(Share(whole, speaker), Share(mention.Span, speaker));
            if (speakable.IsModifier)
                share -= 0.3;
            if (
                gold is { SpeakerType: "named_person", Entity: { } name }
                && mention.Type == SpeakerType.Person
                && NameMatch.MayBeOne(mention.Span.Of(_scene.Stream.Text), name)
            )
                share += 1;
            if (share > top)
                (best, top) = (i, share);
        }

        return best;
    }

    private static double Share(TextSpan one, TextSpan other)
    {
        var common = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return common <= 0 ? 0 : (double)common / (one.Length + other.Length - common);
    }

    private static GoldQuote? Matching(TextSpan unit, List<GoldQuote> quotes) =>
        quotes.Where(q => Share(unit, q.Span) >= 0.4).MaxBy(q => Share(unit, q.Span));
}
