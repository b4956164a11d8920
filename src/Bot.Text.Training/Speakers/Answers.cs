using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Text.Quotations;

namespace Bot.Text.Training.Speakers;

/// <summary>Writes what is answered of an article, one JSON line, with offsets in code points: the form that scorers in Python read.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Line(ReadArticle article, SpeakerWeights weights)
    {
        var offsets = CodePoints.Of(article.Gold.Text);
        var names = article.Entities.ToDictionary(e => e.Id, e => e.Name);
        var quotes = QuotationFinder
            .Find(article.Scene, weights)
            .Where(q => q.Kind != QuotationKind.Phrase)
            .Select(q => new
            {
                start = offsets.FromUtf16(q.Span.Start),
                end = offsets.FromUtf16(q.Span.End),
                speaker = string.Join(" and ", q.SpeakerIds().Select(id => names[id])) is { Length: > 0 } known
                    ? known
                    : null,
                mention = q.Mention?.Of(article.Gold.Text),
                mention_start = q.Mention is { } named ? offsets.FromUtf16(named.Start) : (int?)null,
                confidence = Math.Round(q.Confidence, 4),
            });
        return JsonSerializer.Serialize(new { doc_id = article.Gold.Id, quotes }, Options);
    }
}
