using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>Chooses for each unit, in order, the candidate that scores best.</summary>
internal sealed class SpeakerChoice(
    ItemStream stream,
    CandidateCollector collector,
    SpeakerIdentity identity,
    SpeechJudge judge
)
{
    private readonly List<Attribution> _decided = [];
    private Attribution? _lastSpoken;

    public IReadOnlyList<Attribution> Choose()
    {
        var own = stream.Units.Select(u => collector.InSentence(u)).ToList();
        for (var i = 0; i < stream.Units.Count; i++)
        {
            var unit = stream.Units[i];
            var cued = Best(own[i]);
            if (judge.IsPhrase(unit, cued))
            {
                _decided.Add(Attribution.Nobody with { IsPhrase = true });
                continue;
            }

            if (judge.IsAskedAbout(unit) && cued is not { Candidate.Features.Link: SubjectLink.Agent })
            {
                _decided.Add(Attribution.Nobody);
                continue;
            }

            var candidates = own[i];
            collector.AddAround(unit, _decided, candidates);
            AddNext(i, own, candidates);
            _decided.Add(Decide(Best(candidates)));
        }

        return _decided;
    }

    private void AddNext(int i, List<List<SpeakerCandidate>> own, List<SpeakerCandidate> candidates)
    {
        if (i + 1 >= own.Count)
            return;
        var (here, there) = (stream[stream.Units[i].Item], stream[stream.Units[i + 1].Item]);
        if (here.Paragraph != there.Paragraph || here.Sentence == there.Sentence)
            return;
        if (Best(own[i + 1]) is { Score: >= 7, Candidate: { Mention: var mention } next })
            candidates.Add(
                next with
                {
                    Cue = null,
                    Features = next.Features with { Source = CandidateSource.NextSpeaker, Type = mention.Type },
                }
            );
    }

    private static ScoredCandidate? Best(List<SpeakerCandidate> candidates)
    {
        ScoredCandidate? best = null;
        foreach (var candidate in candidates)
        {
            var score = CandidateScore.Of(candidate.Features);
            if (best is null || score > best.Score)
                best = new ScoredCandidate(candidate, score);
        }

        return best;
    }

    private Attribution Decide(ScoredCandidate? best)
    {
        if (best is not { Score: >= CandidateScore.Enough, Candidate: var candidate })
            return Attribution.Nobody;
        if (candidate.Earlier is { } earlier)
            return _lastSpoken = _decided[earlier] with
            {
                Cue = null,
                Earlier = earlier,
                Source = candidate.Features.Source,
                Score = best.Score,
            };
        return _lastSpoken = new Attribution(
            candidate.Mention,
            identity.Of(candidate.Mention, _lastSpoken),
            candidate.Cue,
            null,
            candidate.Features.Source,
            best.Score
        );
    }
}

/// <summary>A candidate with its score.</summary>
internal sealed record ScoredCandidate(SpeakerCandidate Candidate, double Score);
