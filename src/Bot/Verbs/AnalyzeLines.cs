using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Text;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Verbs;

/// <summary>One line of <c>analyze</c>: an article as JSON in, what was understood of it as JSON out.</summary>
internal static class AnalyzeLines
{
    public static string Answer(int number, string line, int summarySentences)
    {
        if (ArticleLine.TryRead(number, line, out var error) is not { } given)
            return error;
        var answer = AnalyzeAnswer.From(given.Id, given.Title, given.Text, summarySentences);
        return JsonSerializer.Serialize(answer, BulkJson.Plain.AnalyzeAnswer);
    }
}

internal sealed record AnalyzeAnswer(
    JsonElement? Id,
    string Language,
    string? Title,
    IReadOnlyList<AnalyzeSpan> Sentences,
    IReadOnlyList<int> Summary,
    IReadOnlyList<AnalyzeQuote> Quotes,
    IReadOnlyList<AnalyzeEntity> Entities,
    IReadOnlyList<string> Keywords
)
{
    public static AnalyzeAnswer From(JsonElement? id, string? title, string text, int summarySentences)
    {
        var read = TextAnalyzer.Analyze(text, title);
        var names = read.Entities.ToDictionary(e => e.Id, e => e.Name);
        return new AnalyzeAnswer(
            id,
            read.Language,
            title,
            [.. read.Sentences.Select(s => new AnalyzeSpan(s.Span.Start, s.Span.End))],
            [.. read.SummaryOrder.Take(summarySentences).Order()],
            [.. read.Quotations.Select(q => AnalyzeQuote.From(q, names, text))],
            [.. read.Entities.Select(e => AnalyzeEntity.From(e, text))],
            read.Keywords
        );
    }
}

internal sealed record AnalyzeSpan(int Start, int End);

internal sealed record AnalyzeMention(int Start, int End, string? Text, string? Kind)
{
    public static AnalyzeMention Of(TextSpan span, string text) => new(span.Start, span.End, span.Of(text), null);
}

internal sealed record AnalyzeQuote(
    int Start,
    int End,
    string Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Speaker,
    AnalyzeMention? Mention,
    string Resolution,
    AnalyzeSpan? Cue,
    int Utterance
)
{
    public static AnalyzeQuote From(Quotation quote, Dictionary<int, string> names, string text) =>
        new(
            quote.Span.Start,
            quote.Span.End,
            quote.Kind.ToString().ToLowerInvariant(),
            SpeakerOf(quote, names),
            quote.Mention is { } mention ? AnalyzeMention.Of(mention, text) : null,
            quote.Resolution.ToString().ToLowerInvariant(),
            quote.Cue is { } cue ? new AnalyzeSpan(cue.Start, cue.End) : null,
            quote.Utterance
        );

    /// <summary>Two who said it together are "A and B".</summary>
    private static string? SpeakerOf(Quotation quote, Dictionary<int, string> names) =>
        string.Join(" and ", quote.SpeakerIds().Select(id => names[id])) is { Length: > 0 } speakers ? speakers : null;
}

internal sealed record AnalyzeEntity(
    int Id,
    string Type,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Roles,
    IReadOnlyList<AnalyzeMention> Mentions
)
{
    public static AnalyzeEntity From(Entity entity, string text) =>
        new(
            entity.Id,
            entity.Type.ToString().ToLowerInvariant(),
            entity.Name,
            entity.Aliases,
            [.. entity.Roles.Select(r => r.Of(text))],
            [
                .. entity.Mentions.Select(m => new AnalyzeMention(
                    m.Span.Start,
                    m.Span.End,
                    null,
                    m.Kind.ToString().ToLowerInvariant()
                )),
            ]
        );
}
