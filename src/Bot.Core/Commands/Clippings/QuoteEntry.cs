using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Commands.Clippings;

/// <summary>Writes one utterance as one entry: the words, how and where they were said, how the speaker was worked out.</summary>
internal sealed class QuoteEntry(ReadArticle article, Edition edition)
{
    /// <summary>A speech in more pieces than this is cut off, and says so with its dots.</summary>
    private const int MostStretches = 40;

    /// <summary>What the entry before said a pronoun stands for; said once in a row.</summary>
    private TextSpan? lastAntecedent;

    public QuoteBlock Of(Saying utterance) => new(Words(utterance), Note(utterance));

    private List<Inline> Words(Saying utterance)
    {
        var words = new List<Inline>();
        for (var i = 0; i < Math.Min(utterance.Stretches.Count, MostStretches); i++)
        {
            var stretch = utterance.Stretches[i];
            if (i > 0)
                words.Add(new Plain(IsUnbroken(utterance.Stretches[i - 1], stretch) ? " " : " … "));
            if (stretch.Kind == QuotationKind.Partial)
                words.AddRange(InContext(utterance, i));
            else
                words.AddRange(InMarks(stretch));
        }

        if (utterance.Stretches.Count > MostStretches)
            words.Add(new Plain(" …"));
        return words;
    }

    private List<Inline> InContext(Saying utterance, int index)
    {
        var stretch = utterance.Stretches[index];
        var (before, after) = Surroundings.Of(
            article,
            stretch,
            index > 0 ? utterance.Stretches[index - 1].Span.End : 0,
            index + 1 < utterance.Stretches.Count ? utterance.Stretches[index + 1].Span.Start - 1 : int.MaxValue
        );
        var words = new List<Inline>();
        if (!before.IsEmpty)
            words.AddRange([article.Clip(before), new Plain(" ")]);
        words.AddRange(InMarks(stretch));
        if (!after.IsEmpty)
        {
            if (char.IsWhiteSpace(article.Text[after.Start - 1]))
                words.Add(new Plain(" "));
            words.Add(article.Clip(after));
            if (after.End < article.Text.Length && article.Text[after.End] == ' ')
                words.Add(new Plain(" …"));
        }

        return words;
    }

    private Inline[] InMarks(Quotation stretch) =>
        stretch.Span.TrimmedIn(article.Text) is { IsEmpty: false } span
            ? [new Plain(edition.Say("quote.open")), .. article.Words(span), new Plain(edition.Say("quote.close"))]
            : [];

    /// <summary>Speech that runs on over paragraphs, with nothing of the article's between.</summary>
    private bool IsUnbroken(Quotation one, Quotation next)
    {
        foreach (var letter in article.Text.AsSpan(one.Span.End, Math.Max(0, next.Span.Start - one.Span.End)))
        {
            if (char.IsLetterOrDigit(letter))
                return false;
        }

        return true;
    }

    private List<Inline> Note(Saying utterance)
    {
        var parts = new List<IReadOnlyList<Inline>>();
        if (
            utterance.First.Kind != QuotationKind.Partial
            && Surroundings.HowSaid(article, utterance) is { IsEmpty: false } said
        )
            parts.Add([article.Clip(said)]);
        if (article.ParagraphAt(utterance.First.Span.Start) is { } paragraph)
            parts.Add(edition.Print("place.paragraph", ("number", paragraph)));
        if (WorkedOut(utterance) is { } how)
            parts.Add(how);
        var note = new List<Inline>();
        foreach (var part in parts)
        {
            if (note.Count > 0)
                note.Add(new Small(" · "));
            note.AddRange(part);
        }

        return note;
    }

    /// <returns>Null where the speaker is simply named.</returns>
    private IReadOnlyList<Inline>? WorkedOut(Saying utterance)
    {
        var told = utterance.Told;
        var antecedent = told.Resolution == SpeakerResolution.Pronoun ? Antecedent(told) : null;
        var isRepeated = antecedent is not null && antecedent == lastAntecedent;
        lastAntecedent = antecedent;
        if (told.Mention is not { } mention)
            return null;
        var words = article.Clip(mention);
        return told.Resolution switch
        {
            SpeakerResolution.Pronoun when antecedent is { } before && !isRepeated => edition.Print(
                "quote.pronoun",
                ("mention", words),
                ("antecedent", article.Clip(before)),
                ("place", Place(before, mention))
            ),
            SpeakerResolution.Pronoun => edition.Print("quote.mention", ("mention", words)),
            SpeakerResolution.Description when told.SpeakerId is not null => edition.Print(
                "quote.description",
                ("mention", words)
            ),
            SpeakerResolution.Group when told.SpeakerId is null => edition.Print("quote.mention", ("mention", words)),
            _ => null,
        };
    }

    /// <summary>The last words before the pronoun that name or describe the one it stands for.</summary>
    private TextSpan? Antecedent(Quotation told)
    {
        if (told.SpeakerId is not { } id || told.Mention is not { } pronoun || article.Entity(id) is not { } speaker)
            return null;
        var before = speaker.Mentions.LastOrDefault(m => m.Kind != MentionKind.Pronoun && m.Span.End <= pronoun.Start);
        return before.Span.IsEmpty ? null : before.Span;
    }

    private string Place(TextSpan antecedent, TextSpan mention) =>
        article.ParagraphAt(antecedent.Start) is { } paragraph && paragraph != article.ParagraphAt(mention.Start)
            ? edition.Say("quote.of-paragraph", ("number", paragraph))
            : edition.Say("quote.of-same-paragraph");
}
