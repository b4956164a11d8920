using Bot.Text.Cues;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Writes down each unit with its speaker, and which units are one utterance.</summary>
internal sealed class QuotationWriter(ItemStream stream, MentionMap mentions, Speakables speakables, SpeechJudge judge)
{
    /// <summary>A speaker that is less likely is not given: at this share most answers are lost that are wrong, and few that are right.</summary>
    private const double SureEnough = 0.4;

    /// <summary>The same of the words that name the speaker, which claim less.</summary>
    private const double SureMention = 0.25;

    /// <summary>The same where the words name a thing, and where they name nothing that a list has: chosen so that no right one of PolNeAR is lost by the second, and three by the first.</summary>
    private const double SureThing = 0.45;
    private const double SureNoNoun = 0.7;

    public List<Quotation> Write(IReadOnlyList<Attribution> attributions)
    {
        var quotations = new List<Quotation>(stream.Units.Count);
        var utterance = 0;
        for (var i = 0; i < stream.Units.Count; i++)
        {
            if (i == 0 || !GoesOn(i, attributions))
                utterance++;
            quotations.Add(Write(stream.Units[i], attributions[i], utterance));
        }

        return quotations;
    }

    private Quotation Write(QuotedUnit unit, Attribution attribution, int utterance)
    {
        if (attribution.MentionConfidence < LeastSure(attribution))
            attribution = attribution with { Mention = null, EntityId = 0, Cue = null };
        return new Quotation(
            unit.Span,
            attribution.IsPhrase ? QuotationKind.Phrase : judge.KindOf(unit),
            utterance,
            attribution is { EntityId: > 0, Confidence: >= SureEnough } ? attribution.EntityId : null,
            attribution.Mention?.Span,
            Resolution(attribution),
            attribution.Cue
        )
        {
            Confidence = attribution.Confidence,
            Together = attribution is { Mention.Together: { } both, Confidence: >= SureEnough }
                ? new SpeakerPair(both.One, both.Other)
                : null,
        };
    }

    /// <summary>What no list knows for a noun, or for a thing, is seldom a speaker: "checking work", "herbal tablets".</summary>
    private double LeastSure(Attribution attribution) =>
        attribution is { Mention.Type: SpeakerType.Description, EntityId: 0 }
            ? speakables[attribution.Speakable].Sort switch
            {
                NounSort.Unknown => SureNoNoun,
                NounSort.Thing => SureThing,
                _ => SureMention,
            }
            : SureMention;

    /// <summary>The same speaker in the same breath: nothing but "he said" between, or a paragraph that goes on.</summary>
    private bool GoesOn(int i, IReadOnlyList<Attribution> attributions)
    {
        var (here, before) = (attributions[i], attributions[i - 1]);
        if (here.IsPhrase || before.IsPhrase || here.Mention is null || before.Mention is null)
            return false;
        var isSame = here.EntityId > 0 ? here.EntityId == before.EntityId : here.Mention == before.Mention;
        if (!isSame)
            return false;
        var (item, previous) = (stream[stream.Units[i].Item], stream[stream.Units[i - 1].Item]);
        return item.Paragraph == previous.Paragraph
            ? here.Earlier == i - 1 || item.Sentence - previous.Sentence <= 1
            : item.Paragraph - previous.Paragraph == 1
                && (here.Earlier == i - 1 || !stream.HasWords(item.Paragraph) || !stream.Units[i - 1].IsClosed);
    }

    private SpeakerResolution Resolution(Attribution attribution) =>
        attribution.Mention switch
        {
            null => SpeakerResolution.None,
            { Type: SpeakerType.Pronoun } => SpeakerResolution.Pronoun,
            { Type: SpeakerType.Several or SpeakerType.Organisation or SpeakerType.Place } => SpeakerResolution.Group,
            { Type: SpeakerType.Description }
                when attribution.EntityId > 0 && mentions.Entity(attribution.EntityId).Type != EntityType.Person =>
                SpeakerResolution.Group,
            { Type: SpeakerType.Description } => SpeakerResolution.Description,
            // "The Prime Minister", whoever that is.
            { Type: SpeakerType.Capitals }
                when attribution.EntityId == 0 && speakables[attribution.Speakable].Sort == NounSort.Person =>
                SpeakerResolution.Description,
            _ => SpeakerResolution.Named,
        };
}
