using System.Globalization;
using System.Text.Json;
using Bot.Text.Stories;

namespace Bot.Verbs;

/// <summary>One line of <c>stories</c>: an article as JSON in, the number of its story out. Reading may run ahead; deciding is in order.</summary>
/// <param name="withDetails">Whether it is told what the article is to those before it, too.</param>
internal sealed class StoryLines(bool withDetails)
{
    private readonly StoryTracker _tracker = new();

    public static ReadStoryLine Read(int number, string line)
    {
        if (ArticleLine.TryRead(number, line, out var error) is not { } given)
            return new ReadStoryLine(null, null, error);
        DateTimeOffset? published = null;
        if (given.Published is { } written)
        {
            if (!IsoTime.TryParse(written, out var when))
                return new ReadStoryLine(
                    null,
                    null,
                    LineError.Of(number, given.Id, $"“published” is no ISO 8601 time: {written}")
                );
            published = when;
        }

        // As JSON, so that the answers that name it name it as it was given.
        var id = given.Id?.GetRawText() ?? number.ToString(CultureInfo.InvariantCulture);
        var article = new StoryArticle(id, given.Title, given.Text, given.Source, published);
        return new ReadStoryLine(given.Id, StoryTracker.Read(article), "");
    }

    public string Answer(ReadStoryLine line)
    {
        if (line.Article is not { } article)
            return line.Error;
        var decision = _tracker.Add(article);
        var answer = new StoryAnswer(line.Id, decision.Story.Number);
        return JsonSerializer.Serialize(withDetails ? answer.With(decision) : answer, BulkJson.Plain.StoryAnswer);
    }
}

/// <param name="Article">Null where the line could not be read; <paramref name="Error"/> is the answer then.</param>
internal sealed record ReadStoryLine(JsonElement? Id, StoryReading? Article, string Error);

/// <param name="Relation">What it is to those before it; null where nobody asked, as all that follows.</param>
/// <param name="Of">The earlier article's id, as that line had it, or the line's number.</param>
/// <param name="New">Where the text says what no earlier article of the story says.</param>
internal sealed record StoryAnswer(
    JsonElement? Id,
    int Story,
    string? Relation = null,
    JsonElement? Of = null,
    IReadOnlyList<AnalyzeSpan>? New = null
)
{
    public StoryAnswer With(StoryDecision decision) =>
        this with
        {
            Relation = decision.Relation.ToString().ToLowerInvariant(),
            Of = decision.EarlierId is { } earlier ? JsonElement.Parse(earlier) : null,
            New = [.. decision.NewSentences.Select(s => new AnalyzeSpan(s.Start, s.End))],
        };
}
