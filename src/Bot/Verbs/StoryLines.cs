using System.Globalization;
using System.Text.Json;
using Bot.Text.Stories;

namespace Bot.Verbs;

/// <summary>One line of <c>stories</c>: an article as JSON in, the number of its story out. Reading may run ahead; deciding is in order.</summary>
internal sealed class StoryLines
{
    private readonly StoryTracker _tracker = new();

    public static ReadStoryLine Read(int number, string line)
    {
        if (ArticleLine.TryRead(number, line, out var error) is not { } given)
            return new ReadStoryLine(null, null, error);
        DateTimeOffset? published = null;
        if (given.Published is { } written)
        {
            if (!TryParse(written, out var when))
                return new ReadStoryLine(
                    null,
                    null,
                    LineError.Of(number, given.Id, $"“published” is no ISO 8601 time: {written}")
                );
            published = when;
        }

        var id = given.Id?.ToString() ?? number.ToString(CultureInfo.InvariantCulture);
        var article = new StoryArticle(id, given.Title, given.Text, given.Source, published);
        return new ReadStoryLine(given.Id, StoryTracker.Read(article), "");
    }

    public string Answer(ReadStoryLine line)
    {
        if (line.Article is not { } article)
            return line.Error;
        var decision = _tracker.Add(article);
        return JsonSerializer.Serialize(new StoryAnswer(line.Id, decision.Story.Number), BulkJson.Plain.StoryAnswer);
    }

    /// <summary>A time without a zone is UTC.</summary>
    private static bool TryParse(string written, out DateTimeOffset when) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out when);
}

/// <param name="Article">Null where the line could not be read; <paramref name="Error"/> is the answer then.</param>
internal sealed record ReadStoryLine(JsonElement? Id, StoryReading? Article, string Error);

internal sealed record StoryAnswer(JsonElement? Id, int Story);
