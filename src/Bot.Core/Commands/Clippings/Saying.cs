using Bot.Text.Quotations;

namespace Bot.Core.Commands.Clippings;

/// <summary>What one speaker said in one go: one stretch between marks, or several that belong together.</summary>
internal sealed record Saying(IReadOnlyList<Quotation> Stretches)
{
    public Quotation First => Stretches[0];

    /// <summary>The stretch that tells who spoke: an utterance may name its speaker only where it goes on.</summary>
    public Quotation Told => Stretches.FirstOrDefault(s => s.SpeakerIds().Any()) ?? First;

    public int? SpeakerId => Told.SpeakerId;

    public bool IsBy(int entityId) => Told.IsBy(entityId);

    public IEnumerable<int> SpeakerIds() => Told.SpeakerIds();

    /// <summary>Every utterance of the article, in its order; phrases that nobody says are left out.</summary>
    public static IReadOnlyList<Saying> AllOf(IReadOnlyList<Quotation> quotations) =>
        [
            .. quotations
                .Where(q => q.Kind != QuotationKind.Phrase)
                .GroupBy(q => q.Utterance)
                .Select(g => new Saying([.. g.OrderBy(q => q.Span.Start)]))
                .OrderBy(u => u.First.Span.Start),
        ];
}
