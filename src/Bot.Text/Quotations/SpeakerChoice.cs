using Bot.Text.Cues;
using Bot.Text.Learning;

namespace Bot.Text.Quotations;

/// <summary>
/// Chooses for each unit, in order, who most likely said it. Mentions of one and the same count together, so that it does not
/// matter by which of them a speaker is known.
/// </summary>
internal sealed class SpeakerChoice(
    QuotationScene scene,
    SpeakerFeatures features,
    SpeakerIdentity identity,
    Weights weights
)
{
    private const int OfNobody = -1;
    private const int OfPhrase = -2;

    /// <summary>Keys below this are mentions that stand for no known entity.</summary>
    private const int OfMention = -3;

    private readonly List<Attribution> _decided = [];
    private readonly FeatureBag _bag = new(weights);
    private readonly List<double> _chances = [];
    private readonly Dictionary<int, double> _shares = [];
    private EarlierSpeech _earlier = EarlierSpeech.None;

    public IReadOnlyList<Attribution> Choose()
    {
        foreach (var unit in scene.Stream.Units)
        {
            var chosen = RunsOn(unit) ? _decided[^1] with { Cue = null, Earlier = unit.Index - 1 } : Choose(unit);
            _decided.Add(chosen);
            _earlier = chosen.Mention is null
                ? _earlier with
                {
                    IsAfterPhrase = chosen.IsPhrase,
                }
                : new EarlierSpeech(unit.Index, chosen.Speakable, chosen.EntityId, false);
        }

        return _decided;
    }

    private Attribution Choose(QuotedUnit unit)
    {
        features.Turn(unit, _earlier);
        Weigh();
        return Decide();
    }

    /// <summary>Speech whose paragraph was left open goes on in the next one, where nothing but speech stands in it.</summary>
    private bool RunsOn(QuotedUnit unit)
    {
        if (
            unit.Index == 0
            || _decided[^1].IsPhrase
            || scene.Stream.Units[unit.Index - 1] is not { IsClosed: false } open
        )
            return false;
        var (here, there) = (scene.Stream[unit.Item], scene.Stream[open.Item]);
        return here.Paragraph == there.Paragraph + 1 && !scene.Stream.HasWords(here.Paragraph);
    }

    private void Weigh()
    {
        _chances.Clear();
        _shares.Clear();
        var top = double.NegativeInfinity;
        foreach (var candidate in features.Candidates)
        {
            features.Write(candidate, _bag);
            var score = (double)_bag.Score;
            top = Math.Max(top, score);
            _chances.Add(score);
        }

        var sum = 0.0;
        for (var i = 0; i < _chances.Count; i++)
            sum += _chances[i] = Math.Exp(_chances[i] - top);
        for (var i = 0; i < _chances.Count; i++)
        {
            _chances[i] /= sum;
            Share(features.Candidates[i], _chances[i]);
        }
    }

    private void Share(SpeakerCandidate candidate, double chance)
    {
        if (candidate.Kind != CandidateKind.Mentioned)
        {
            Give(KeyOf(candidate), chance);
            return;
        }

        var root = identity.RootOf(candidate.Speakable);
        foreach (var meant in identity.Of(candidate.Speakable))
            Give(KeyOf(meant.EntityId, root), chance * meant.Share);
    }

    private void Give(int key, double chance) => _shares[key] = _shares.GetValueOrDefault(key) + chance;

    private int KeyOf(SpeakerCandidate candidate) =>
        candidate.Kind switch
        {
            CandidateKind.Nobody => OfNobody,
            CandidateKind.Phrase => OfPhrase,
            CandidateKind.Previous => KeyOf(_earlier.EntityId, identity.RootOf(_earlier.Speakable)),
            _ => KeyOf(identity.BestOf(candidate.Speakable), identity.RootOf(candidate.Speakable)),
        };

    private static int KeyOf(int entity, int speakable) => entity > 0 ? entity : OfMention - speakable;

    private Attribution Decide()
    {
        var key = _shares.MaxBy(s => s.Value).Key;
        var best = ShownFor(key);
        var confidence = _shares[key];
        var candidate = features.Candidates[best];
        return candidate.Kind switch
        {
            CandidateKind.Nobody => Attribution.Nobody(confidence),
            CandidateKind.Phrase => Attribution.Nobody(confidence) with { IsPhrase = true },
            CandidateKind.Previous => _decided[_earlier.Unit] with
            {
                Cue = null,
                Earlier = _earlier.Unit,
                Confidence = confidence,
                MentionConfidence = Math.Max(confidence, _chances[best]),
            },
            _ => Shown(ShownBy(candidate.Speakable, key), best, key),
        };
    }

    private Attribution Shown(int speakable, int candidate, int key) =>
        new(
            scene.Speakables[speakable].Mention,
            speakable,
            Math.Max(0, key),
            features.CueOf(features.Candidates[candidate].Speakable)?.Words,
            null,
            _shares[key]
        )
        {
            MentionConfidence = Math.Max(_shares[key], _chances[candidate]),
        };

    /// <summary>"she" says nothing of whom the text has no name for: the words that she stands for do.</summary>
    private int ShownBy(int speakable, int key) =>
        key <= 0 && scene.Speakables[speakable].Mention.Type == SpeakerType.Pronoun
            ? identity.RootOf(speakable)
            : speakable;

    /// <summary>The candidate that a speaker is shown by: the likeliest, but a cue beside the unit says more than who spoke before.</summary>
    private int ShownFor(int key)
    {
        var (best, top) = (0, -1.0);
        for (var i = 0; i < _chances.Count; i++)
        {
            var candidate = features.Candidates[i];
            var chance = _chances[i] * ShareOf(candidate, key);
            if (
                candidate.Kind == CandidateKind.Mentioned
                && chance > 0.02
                && features.CueOf(candidate.Speakable) is not null
            )
                chance += 1;
            if (chance > top)
                (best, top) = (i, chance);
        }

        return best;
    }

    private double ShareOf(SpeakerCandidate candidate, int key)
    {
        if (candidate.Kind != CandidateKind.Mentioned)
            return KeyOf(candidate) == key ? 1 : 0;
        var root = identity.RootOf(candidate.Speakable);
        foreach (var chance in identity.Of(candidate.Speakable))
            if (KeyOf(chance.EntityId, root) == key)
                return chance.Share;
        return 0;
    }
}
