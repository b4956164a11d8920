using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>Where a mention stands, seen from a unit.</summary>
/// <param name="Relation">Before or after in the unit's sentence, or in which of the sentences and paragraphs around.</param>
/// <param name="Rank">Other mentions that are nearer.</param>
/// <param name="Between">What stands between, a bit a kind.</param>
/// <param name="Sequence">What stands between, where it is little, as one number.</param>
/// <param name="QuotePart">0 where another sentence quotes nothing, 1 where the mention stands before what it quotes, 2 after.</param>
/// <param name="EndsInColon">Of the mention's sentence.</param>
/// <param name="IsSignature">The mention is all of its paragraph, as in "- Sanders."</param>
internal readonly record struct Place(
    int Relation,
    int Rank,
    int Between,
    int Sequence,
    int Distance,
    int QuotePart,
    bool EndsInColon,
    bool IsSignature,
    int SentencesAway
);

/// <summary>Reads the way between mentions and units.</summary>
internal sealed class PlaceReader(QuotationScene scene)
{
    /// <summary>Items beyond which nothing is counted.</summary>
    private const int Far = 60;

    private readonly ItemStream _stream = scene.Stream;
    private readonly Speakables _speakables = scene.Speakables;

    public Place Locate(int index, in UnitView unit)
    {
        var speakable = _speakables[index];
        var mention = speakable.Mention;
        var (sentences, paragraphs) = (speakable.Sentence - unit.Sentence, speakable.Paragraph - unit.Paragraph);
        var relation = (paragraphs, sentences) switch
        {
            (0, 0) => mention.Head < unit.Item ? 0 : 1,
            (0, -1) => 2,
            (0, < 0) => 3,
            (0, 1) => 4,
            (0, _) => 5,
            (-1, _) => speakable.Sentence + unit.SentenceInParagraph + 1 == unit.Sentence ? 6 : 7,
            (< 0, _) => 8,
            (_, _) => _stream.Sentences[speakable.Sentence].First is var f
            && f > 0
            && _stream[f - 1].Paragraph != speakable.Paragraph
                ? 9
                : 10,
        };
        var sentence = _stream.Sentences[speakable.Sentence];
        var (between, sequence, distance, quotePart) = (0, 0, 0, 0);
        if (relation <= 1)
        {
            var (from, to) = relation == 0 ? (mention.Last + 1, unit.Item) : (unit.Item + 1, mention.First);
            distance = Math.Max(0, to - from);
            for (var i = from; i < to && i < from + Far; i++)
                between |= BitOf(i);
            sequence = distance > 4 ? -1 : SequenceOf(from, to);
        }
        else
        {
            quotePart = QuotePartOf(mention, sentence);
        }

        return new Place(
            relation,
            relation > 1 ? Math.Min(3, speakable.Order) : RankOf(index, unit),
            between,
            sequence,
            distance,
            quotePart,
            _stream.IsMark(sentence.Last, ':'),
            relation > 1 && IsSignature(mention, sentence),
            Math.Clamp(sentences, -6, 6)
        );
    }

    private bool IsSignature(SpeakerMention mention, ItemSentence sentence)
    {
        if (mention.Type == SpeakerType.Pronoun || sentence.Last - sentence.First > 20)
            return false;
        var starts =
            mention.First == sentence.First
            || mention.First == sentence.First + 1 && _stream[sentence.First].Kind == ItemKind.Punctuation;
        return starts
            && (mention.Last >= sentence.Last - 1 || _stream.IsMark(mention.Last + 1, ',') && !HasVerb(sentence))
            && (sentence.First == 0 || _stream[sentence.First - 1].Paragraph != sentence.Paragraph);
    }

    private bool HasVerb(ItemSentence sentence)
    {
        for (var i = sentence.First; i <= sentence.Last; i++)
            if (
                _stream[i].IsQuote
                || _stream[i].Lexeme.Is(WordClasses.Auxiliary)
                || _stream[i].Lexeme is { Verb: not null, Form: VerbForm.Past or VerbForm.Third }
            )
                return true;
        return false;
    }

    /// <summary>Mentions on the same side that stand nearer to the unit and modify nobody.</summary>
    private int RankOf(int index, in UnitView unit)
    {
        var rank = 0;
        var isBefore = _speakables[index].Mention.Head < unit.Item;
        var (first, end) = (_speakables.FirstOf(unit.Sentence), _speakables.FirstOf(unit.Sentence + 1));
        for (var i = index + (isBefore ? 1 : -1); i >= first && i < end && rank < 3; i += isBefore ? 1 : -1)
        {
            if (_speakables[i].Mention.Head < unit.Item != isBefore)
                break;
            rank += _speakables[i].IsModifier ? 0 : 1;
        }

        return rank;
    }

    private int BitOf(int item)
    {
        var lexeme = _stream[item].Lexeme;
        return _stream[item].Kind switch
        {
            ItemKind.Quote => 1,
            ItemKind.Punctuation => _stream.IsMark(item, ',') ? 2
            : _stream.IsMark(item, ':') || _stream.IsMark(item, ';') ? 4
            : 8,
            _ => (lexeme.Is(WordClasses.Conjunction) ? 16 : 0)
                | (lexeme.Is(WordClasses.Relative) ? 32 : 0)
                | (lexeme is { Verb: not null, Form: VerbForm.Past or VerbForm.Third } ? 64 : 0)
                | (lexeme.Is(WordClasses.Subordinator) ? 128 : 0)
                | (lexeme.Is(WordClasses.Auxiliary) ? 256 : 0),
        };
    }

    private int SequenceOf(int from, int to)
    {
        var sequence = 1;
        for (var i = from; i < to; i++)
        {
            var lexeme = _stream[i].Lexeme;
            var sign =
                lexeme.Verb is { } verb ? 100 + (int)verb.Strength
                : _stream[i].IsCapital ? 110
                : lexeme.Classes == WordClasses.None && _stream[i].Kind == ItemKind.Word ? 111
                : scene.Forms[i];
            sequence = unchecked(sequence * 31 + sign);
        }

        return sequence;
    }

    /// <summary>0 where a sentence quotes nothing, else whether a mention stands before or after what it quotes.</summary>
    private int QuotePartOf(SpeakerMention mention, ItemSentence sentence)
    {
        for (var i = mention.First - 1; i >= sentence.First && i > mention.First - Far; i--)
            if (_stream[i].IsQuote)
                return 2;
        for (var i = mention.Last + 1; i <= sentence.Last && i < mention.Last + Far; i++)
            if (_stream[i].IsQuote)
                return 1;
        return 0;
    }
}
