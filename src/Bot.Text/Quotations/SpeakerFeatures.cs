using System.Numerics;
using Bot.Text.Cues;
using Bot.Text.Learning;

namespace Bot.Text.Quotations;

/// <summary>
/// Writes down what is known of each who may have said a unit. Numbers of features are part of the learned weights: a change here
/// asks for training again.
/// </summary>
/// <param name="entityOf">The entity that a mention, by its place among all, most likely stands for; 0 where none is.</param>
internal sealed class SpeakerFeatures(QuotationScene scene, SpeechJudge judge, Func<int, int> entityOf)
{
    private readonly ItemStream _stream = scene.Stream;
    private readonly Speakables _speakables = scene.Speakables;
    private readonly WordForms _forms = scene.Forms;
    private readonly PlaceReader _places = new(scene);
    private readonly CueReader _cues = new(scene);
    private readonly CandidateReader _reader = new(scene, judge);
    private readonly List<SpeakerCandidate> _candidates = [];

    private UnitView _unit;
    private EarlierSpeech _earlier;
    private int _earlierRelation;

    public IReadOnlyList<SpeakerCandidate> Candidates => _candidates;

    /// <summary>Turns to a unit: lists its candidates.</summary>
    public void Turn(QuotedUnit unit, EarlierSpeech earlier)
    {
        _unit = UnitView.Of(unit, scene, judge);
        _earlier = earlier;
        _earlierRelation = earlier.IsKnown ? RelationTo(_stream.Units[earlier.Unit]) : 0;
        _reader.List(unit, _unit, earlier, _candidates);
    }

    public void Write(SpeakerCandidate candidate, FeatureBag bag)
    {
        bag.Clear();
        switch (candidate.Kind)
        {
            case CandidateKind.Mentioned:
                WriteMentioned(candidate.Speakable, bag);
                break;
            case CandidateKind.Previous:
                WritePrevious(bag);
                break;
            default:
                WriteNobody((int)candidate.Kind, bag);
                break;
        }
    }

    /// <summary>The cue beside the unit that gives a mention the word.</summary>
    public Cue? CueOf(int speakable) => _cues.Beside(speakable, _unit);

    private void WriteMentioned(int index, FeatureBag bag)
    {
        var speakable = _speakables[index];
        var mention = speakable.Mention;
        var place = _places.Locate(index, _unit);
        var type = TypeOf(mention);
        var sentence = _stream.Sentences[speakable.Sentence];
        var cue = _cues.Nearest(index, _unit, out var rank);
        var (code, link, form, lemma, gap) = (0, 0, 0, 0, 0);
        var side = 0;
        if (cue is not null)
        {
            code = UnitView.CodeOf(cue);
            link = (int)cue.Link + 1;
            form = (int)cue.Form;
            lemma = cue.Verb is null ? _forms[cue.At] : WordForms.Of(cue.Verb.Lemma);
            side =
                place.Relation > 1 ? 2
                : cue.At < _unit.Item ? 0
                : 1;
            gap = place.Relation > 1 ? 9 : Bucket(_cues.GapTo(cue, _unit));
        }

        var relation = place.Relation;
        var cued = relation + 16 * side;
        var flags = (speakable.IsModifier ? 1 : 0) + (speakable.IsPossessor ? 2 : 0);
        var entity = entityOf(index);
        var same = SameAsEarlier(mention, entity);
        var (before, after) = (_forms.In(sentence, mention.First - 1), _forms.In(sentence, mention.Last + 1));
        var preposition =
            mention.First > sentence.First && _stream[mention.First - 1].Lexeme.Is(WordClasses.Preposition)
                ? before
                : 0;

        bag.Add(1, relation, type);
        bag.Add(2, cued, code, type);
        bag.Add(3, cued, code, link, form);
        bag.Add(4, cued, lemma);
        bag.Add(5, lemma, link, form);
        bag.Add(6, cued, code, rank);
        bag.Add(7, cued, code, gap, _unit.Ending);
        bag.Add(8, cued, code, gap, _unit.Shape);
        bag.Add(9, relation, place.Rank, type);
        bag.Add(10, cued, place.Rank, code, link);
        bag.Add(11, cued, code, _unit.CueContext);
        bag.Add(12, relation, _unit.CueContext, type);
        bag.Add(13, relation, before);
        bag.Add(14, relation, after);
        bag.Add(15, relation, _forms.In(sentence, mention.First - 2));
        bag.Add(16, relation, _forms.In(sentence, mention.Last + 2));
        bag.Add(17, relation, preposition, code);
        bag.Add(18, flags, cued, code);
        bag.Add(19, Math.Min(speakable.Order, 4), cued, code);
        bag.Add(20, cued, _unit.Standing, code);
        bag.Add(21, relation, _unit.Standing, _earlierRelation, same);
        bag.Add(22, Salience(entity), relation, type);
        bag.Add(23, same, _earlierRelation, relation);
        bag.Add(24, same, relation, _unit.Standing, _unit.Shape);
        bag.Add(25, IsNamedInside(mention) ? 1 : 0, type);
        bag.Add(26, _forms[mention.Head], type);
        bag.Add(27, _forms[mention.Head], relation, code > 0 ? 1 : 0);
        bag.Add(28, _forms[mention.First], relation);
        bag.Add(29, place.Between, cued, code);
        bag.Add(30, place.Sequence, cued, code);
        bag.Add(31, Bucket(place.Distance), relation, type);
        bag.Add(32, place.QuotePart, relation, code);
        bag.Add(33, place.QuotePart, relation, _unit.Standing, type);
        bag.Add(34, place.EndsInColon ? 1 : 0, relation, code);
        bag.Add(35, _unit.Size, cued, code);
        bag.Add(36, _unit.Left, cued, code);
        bag.Add(37, _unit.Right, cued, code);
        bag.Add(38, _unit.Left, relation, place.Rank);
        bag.Add(39, relation, type, flags, preposition == 0 ? 0 : 1);
        bag.Add(40, code, link, rank, gap);
        bag.Add(41, _unit.NextIsOpen ? 1 : 0, relation, code);
        bag.Add(42, flags, relation, type);
        bag.Add(43, before, after, relation);
        bag.Add(44, after, code, cued);
        bag.Add(45, entity > 0 ? 1 : 0, type, relation);
        bag.Add(46, code, _unit.CueContext, _unit.Standing, cued);
        bag.Add(47, link, cued, lemma);
        bag.Add(48, place.Sequence, _unit.Ending, cued);
        bag.Add(49, place.SentencesAway, relation, code);
        if (place.IsSignature)
        {
            bag.Add(50, relation);
            bag.Add(51, relation, _unit.Standing);
        }
    }

    private void WritePrevious(FeatureBag bag)
    {
        var earlier = _stream.Units[_earlier.Unit];
        var (relation, standing, context) = (_earlierRelation, _unit.Standing, _unit.CueContext);
        var mention = _speakables[_earlier.Speakable].Mention;
        var others = OthersSince(earlier);
        var isLast = earlier.Index == _unit.Index - 1 ? 1 : 0;
        bag.Add(60, relation, standing);
        bag.Add(61, relation, context);
        bag.Add(62, relation, context, standing, _unit.Shape);
        bag.Add(63, relation, _unit.Left);
        bag.Add(64, relation, _unit.Right);
        bag.Add(65, relation, UnitView.EndingOf(earlier), _unit.Shape);
        bag.Add(66, relation, TypeOf(mention), standing);
        bag.Add(67, relation, isLast, standing);
        bag.Add(68, relation, Bucket(_unit.Item - earlier.Item));
        bag.Add(69, relation, Bucket(others));
        bag.Add(70, relation, others > 0 ? 1 : 0, context, standing);
        bag.Add(71, relation, _unit.Size);
        bag.Add(72, relation, earlier.IsClosed ? 1 : 0, _unit.Ending);
        bag.Add(73, relation, _unit.PreviousEndsInColon ? 1 : 0);
        bag.Add(74, relation, _unit.NextIsOpen ? 1 : 0, standing);
        bag.Add(75, relation, _unit.Left, _unit.Left2);
        bag.Add(76, relation, context, _unit.Signs);
        var (between, gap) = CueSince(earlier);
        bag.Add(77, relation, between);
        bag.Add(78, relation, between, gap);
        bag.Add(79, relation, between, _unit.Shape);
    }

    private void WriteNobody(int kind, FeatureBag bag)
    {
        bag.Add(80, kind);
        bag.Add(81, kind, _unit.CueContext);
        bag.Add(82, kind, _unit.Left);
        bag.Add(83, kind, _unit.Right);
        bag.Add(84, kind, _unit.Left, _unit.Left2);
        bag.Add(85, kind, _unit.Right, _unit.Right2);
        bag.Add(86, kind, _unit.Size);
        bag.Add(87, kind, _unit.Size, _unit.Capitals);
        bag.Add(88, kind, _unit.FirstWord);
        bag.Add(89, kind, _unit.LastWord);
        bag.Add(90, kind, _unit.Ending, _unit.Shape, _unit.Size);
        bag.Add(91, kind, _unit.Standing, _unit.Size);
        bag.Add(92, kind, _unit.Signs);
        bag.Add(93, kind, _unit.Signs, _unit.CueContext);
        bag.Add(94, kind, _unit.CueContext, _unit.Size, _unit.Standing);
        bag.Add(95, kind, _earlierRelation, _earlier.IsAfterPhrase ? 1 : 0);
        bag.Add(96, kind, _unit.LeftClasses, _unit.Size);
        bag.Add(97, kind, _unit.Capitals, _unit.Shape, _unit.Ending);
        bag.Add(98, kind, _unit.LeftClasses, _unit.Capitals, _unit.CueContext);
        bag.Add(99, kind, _unit.NearestGap, _unit.CueContext, _unit.Size);
        bag.Add(100, kind, _unit.Left2);
        bag.Add(101, kind, _unit.Right2);
        bag.Add(102, kind, _unit.Left, _unit.Right);
        bag.Add(103, kind, _earlierRelation, _unit.Standing);
    }

    /// <summary>The last cue between an earlier unit and this one, in this one's sentence: what it is, and whether the same one has it.</summary>
    private (int Cue, int Gap) CueSince(QuotedUnit earlier)
    {
        if (_cues.LastBefore(_unit) is not { } cue || cue.At < earlier.Item)
            return (-1, 0);
        var subject = _speakables.AtHead(cue.Subject.Head);
        var same = subject < 0 ? 0 : SameAsEarlier(cue.Subject, entityOf(subject));
        return (UnitView.CodeOf(cue) + 16 * same + 128 * (int)cue.Link, Bucket(_cues.GapTo(cue, _unit)));
    }

    /// <summary>Mentions of others since an earlier unit.</summary>
    private int OthersSince(QuotedUnit earlier)
    {
        var count = 0;
        for (var (i, n) = (_reader.FirstAfter(_unit) - 1, 0); i >= 0 && n < CandidateReader.MostBefore; i--, n++)
        {
            var mention = _speakables[i].Mention;
            if (mention.Head < earlier.Item)
                break;
            count +=
                mention.Type is SpeakerType.Person or SpeakerType.Pronoun or SpeakerType.Capitals
                && (entityOf(i) is var entity && entity == 0 || entity != _earlier.EntityId)
                    ? 1
                    : 0;
        }

        return count;
    }

    private int SameAsEarlier(SpeakerMention mention, int entity)
    {
        if (!_earlier.IsKnown)
            return 0;
        if (mention.Head == _speakables[_earlier.Speakable].Mention.Head)
            return 1;
        if (_earlier.EntityId == 0 || entity == 0)
            return 2;
        return _earlier.EntityId == entity ? 3 : 4;
    }

    private int RelationTo(QuotedUnit earlier)
    {
        var (here, there) = (_stream[_unit.Item], _stream[earlier.Item]);
        if (!earlier.IsClosed && earlier.Index == _unit.Index - 1 && here.Paragraph == there.Paragraph + 1)
            return 1;
        if (here.Sentence == there.Sentence)
            return 2;
        return (here.Paragraph - there.Paragraph) switch
        {
            0 => here.Sentence - there.Sentence == 1 ? 3 : 4,
            1 => 5,
            2 => 6,
            _ => 7,
        };
    }

    private static int Salience(int entity) => entity == 0 ? 0 : 1 + Bucket(entity - 1);

    private int TypeOf(SpeakerMention mention) =>
        mention.Type == SpeakerType.Pronoun ? _forms[mention.Head]
        : mention.Type == SpeakerType.Person
            ? (int)mention.Type + (mention.EntityId > 0 ? 16 * (int)scene.Mentions.Entity(mention.EntityId).Gender : 0)
        : (int)mention.Type;

    /// <summary>People seldom name themselves.</summary>
    private bool IsNamedInside(SpeakerMention mention) =>
        mention.Type is SpeakerType.Person or SpeakerType.Capitals
        && _unit.Words is > 3 and < 400
        && _unit.Span.In(_stream.Text).Contains(_stream.Word(mention.Head), StringComparison.Ordinal);

    /// <summary>A number by its size: 0, 1, 2, 3, then twice as wide each.</summary>
    private static int Bucket(int number) =>
        number < 4 ? Math.Max(0, number) : Math.Min(3 + BitOperations.Log2((uint)number) - 1, 9);
}
