using System.IO.Compression;
using System.Text.Json;
using Bot.Text.Spans;

namespace Bot.Text.Training.Speakers;

/// <summary>One quoted or reported stretch of a gold article, in UTF-16 offsets.</summary>
/// <param name="IsQuoted">Direct or mixed, and not indirect.</param>
/// <param name="Speaker">Where the speaker is named; null where nobody is.</param>
/// <param name="Entity">The speaker's name in full where somebody found it out.</param>
/// <param name="IsSure">The name is not a mere guess by nearness.</param>
internal sealed record GoldQuote(
    TextSpan Span,
    bool IsQuoted,
    TextSpan? Speaker,
    string SpeakerText,
    string SpeakerType,
    string? Entity,
    bool IsSure
);

/// <summary>An article of a PolNeAR-format file: a JSON line with "doc_id", "text" and "quotes".</summary>
internal sealed record GoldArticle(string Id, string Text, IReadOnlyList<GoldQuote> Quotes)
{
    public static IReadOnlyList<GoldArticle> ReadAll(FileInfo file)
    {
        using Stream raw = file.OpenRead();
        using var plain = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var lines = new StreamReader(plain);
        var articles = new List<GoldArticle>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            using var document = JsonDocument.Parse(line);
            articles.Add(Parse(document.RootElement));
        }

        return articles;
    }

    private static GoldArticle Parse(JsonElement line)
    {
        var text = line.GetProperty("text").GetString()!; // the format asks for it
        var offsets = CodePoints.Of(text);
        return new GoldArticle(
            line.GetProperty("doc_id").GetString()!, // the format asks for it
            text,
            [.. line.GetProperty("quotes").EnumerateArray().Select(q => Parse(q, offsets))]
        );
    }

    private static GoldQuote Parse(JsonElement quote, CodePoints offsets)
    {
        var how = Find(quote, "speaker_entity_how");
        return new GoldQuote(
            SpanOf(quote, "start", "end", offsets) ?? default,
            Find(quote, "kind") is "direct" or "mixed",
            SpanOf(quote, "speaker_start", "speaker_end", offsets),
            Find(quote, "speaker_text") ?? "",
            Find(quote, "speaker_type") ?? "none",
            Find(quote, "speaker_entity"),
            how is not "silver_recency"
        );
    }

    private static string? Find(JsonElement quote, string name) =>
        quote.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TextSpan? SpanOf(JsonElement quote, string start, string end, CodePoints offsets) =>
        quote.TryGetProperty(start, out var first)
        && quote.TryGetProperty(end, out var last)
        && first.ValueKind == JsonValueKind.Number
        && last.ValueKind == JsonValueKind.Number
            ? TextSpan.FromBounds(offsets.ToUtf16(first.GetInt32()), offsets.ToUtf16(last.GetInt32()))
            : null;
}
