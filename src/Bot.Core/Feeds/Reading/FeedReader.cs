using System.Text.Json;
using Bot.Core.Articles.Charsets;
using Bot.Core.Articles.Formats;
using Bot.Core.Feeds.Atom;
using Bot.Core.Feeds.Charsets;
using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Json;
using Bot.Core.Feeds.Markup;
using Bot.Core.Feeds.Opml;
using Bot.Core.Feeds.Pages;
using Bot.Core.Feeds.Rss;

namespace Bot.Core.Feeds.Reading;

/// <summary>Reads a feed of any format from its bytes. It never throws for what the bytes are.</summary>
public static class FeedReader
{
    /// <summary>15 MiB; no feed that anybody reads is as large.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    /// <summary>Where a page says that it is one.</summary>
    private const int HeadLetters = 4096;

    private static readonly JsonDocumentOptions LenientJson = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static FeedReading Read(byte[] bytes, FeedSource source)
    {
        if (bytes.Length > MostBytes)
            return new FeedReading.Failed("utf-8", $"The feed has {bytes.Length} bytes; at most {MostBytes} are read.");
        if (bytes.Length == 0)
            return new FeedReading.Failed("utf-8", "There is nothing in it.");
        if (Binaries.Name(bytes) is { } binary)
            return new FeedReading.Failed("utf-8", $"The bytes are {binary}, not a feed.");
        var (text, encoding) = CharsetLadder.Decode(bytes, source.ContentType);
        if (text is null)
            return new FeedReading.Failed(encoding, "The bytes are no text.");
        var start = text.AsSpan().TrimStart();
        return start is ['{' or '[', ..] ? ReadJson(text, encoding, source) : ReadMarkup(text, encoding, source);
    }

    private static FeedReading ReadJson(string text, string encoding, FeedSource source)
    {
        try
        {
            using var json = JsonDocument.Parse(SurrogateEscapes.Mend(text), LenientJson);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("items", out _)
                    && !json.RootElement.TryGetProperty("version", out _)
            )
                return new FeedReading.Failed(
                    encoding,
                    "The JSON is no JSON Feed: it has neither “version” nor “items”."
                );
            using var prose = new Prose(source.Url);
            return new FeedReading.Read(encoding, JsonAdapter.ToDocument(JsonFeed.Parse(json.RootElement), prose));
        }
        catch (JsonException broken)
        {
            return new FeedReading.Failed(encoding, $"The JSON is broken: {JsonFault.InFile(broken)}.");
        }
    }

    private static FeedReading ReadMarkup(string text, string encoding, FeedSource source)
    {
        var document = new MarkupDocument(Controls.Without(text));
        var xml = new MarkupReader(document);
        using var prose = new Prose(source.Url);
        var found = FindRoot(xml, prose);
        if (found is null && IsPage(text))
            return new FeedReading.Page(encoding, FeedLinks.Find(text, prose));
        if (xml.IsTooDeep)
            return new FeedReading.Failed(
                encoding,
                $"More than {MarkupReader.Deepest} elements stand within each other."
            );
        return found is not null
            ? new FeedReading.Read(encoding, found)
            : new FeedReading.Failed(encoding, "There is no feed in it: no rss, feed, rdf:RDF, opml or JSON Feed.");
    }

    private static bool IsPage(string text) =>
        text.AsSpan(0, Math.Min(text.Length, HeadLetters)) is var head
        && (
            head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<head", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
        );

    private static FeedDocument? FindRoot(MarkupReader xml, Prose prose)
    {
        while (xml.Read())
        {
            if (xml.Place != MarkupPlace.Opening)
                continue;
            switch (xml.Name)
            {
                case "rss" or "channel":
                    return RssAdapter.ToDocument(RssReader.Read(xml), FeedFormat.Rss, prose);
                case "rdf":
                    return RssAdapter.ToDocument(RssReader.Read(xml), FeedFormat.Rdf, prose);
                case "feed" or "entry":
                    return AtomAdapter.ToDocument(AtomReader.Read(xml), prose);
                case "opml" or "outlinedocument":
                    return OpmlReader.Read(xml, prose);
                case "html":
                    return null;
            }
        }

        return null;
    }
}
