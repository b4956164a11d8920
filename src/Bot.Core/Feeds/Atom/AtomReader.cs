using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Atom;

/// <summary>Reads Atom's elements, alone and as guests in RSS.</summary>
internal static class AtomReader
{
    /// <param name="xml">At the opening of <c>feed</c>, or of an <c>entry</c> that stands alone.</param>
    public static AtomFeed Read(MarkupReader xml)
    {
        var feed = new AtomFeed();
        if (xml.Name == "entry")
        {
            feed.Entries.Add(ReadEntry(xml));
            return feed;
        }

        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (!feed.Extras.TryRead(xml) && !feed.Rhythm.TryRead(xml) && IsAtom(xml))
                ReadFeedPart(feed, xml);
        }

        return feed;
    }

    /// <summary>Feeds in no namespace, or in one that nobody knows, mean Atom.</summary>
    private static bool IsAtom(MarkupReader xml) => xml.Vocabulary is Vocabulary.Atom or Vocabulary.Own;

    private static void ReadFeedPart(AtomFeed feed, MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "title":
                feed.Title = ReadText(xml);
                break;
            case "id":
                feed.Id = xml.ReadContent().Trimmed();
                break;
            case "link":
                AddLink(feed.Links, xml);
                break;
            case "author":
                feed.Authors.Add(ReadPerson(xml));
                break;
            case "entry":
                feed.Entries.Add(ReadEntry(xml));
                break;
        }
    }

    private static AtomEntry ReadEntry(MarkupReader xml)
    {
        var entry = new AtomEntry();
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (!entry.Extras.TryRead(xml) && IsAtom(xml))
                ReadEntryPart(entry, xml);
        }

        return entry;
    }

    private static void ReadEntryPart(AtomEntry entry, MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "title":
                entry.Title = ReadText(xml);
                break;
            case "id":
                entry.Id = xml.ReadContent().Trimmed();
                break;
            case "link":
                AddLink(entry.Links, xml);
                break;
            case "author":
                entry.Authors.Add(ReadPerson(xml));
                break;
            case "content":
                entry.Content ??= ReadText(xml);
                break;
            case "summary":
                entry.Summary = ReadText(xml);
                break;
            case "published" or "issued" or "created":
                entry.Published =
                    xml.Name == "created"
                        ? entry.Published ?? xml.ReadContent().Trimmed()
                        : xml.ReadContent().Trimmed();
                break;
            case "updated" or "modified":
                entry.Updated = xml.ReadContent().Trimmed();
                break;
            case "source":
                ReadSource(entry, xml);
                break;
        }
    }

    private static void ReadSource(AtomEntry entry, MarkupReader xml)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name == "author" && IsAtom(xml))
                entry.SourceAuthors.Add(ReadPerson(xml));
        }
    }

    /// <summary>A text construct of 1.0 (type) or 0.3 (type and mode).</summary>
    public static RichText ReadText(MarkupReader xml)
    {
        var type = xml.Attribute("type")?.Trim().ToLowerInvariant();
        var mode = xml.Attribute("mode")?.Trim().ToLowerInvariant();
        var content = xml.ReadContent();
        return new RichText(content, KindOf(type, mode, content.HasElements));
    }

    public static void AddLink(List<AtomLink> links, MarkupReader xml)
    {
        var rel = xml.Attribute("rel")?.Trim().ToLowerInvariant() is { Length: > 0 } given ? given : "alternate";
        if (xml.Attribute("href") is { } href)
            links.Add(new AtomLink(href, rel, xml.Attribute("type"), xml.Base));
    }

    public static AtomPerson ReadPerson(MarkupReader xml)
    {
        string? name = null;
        string? email = null;
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name == "name")
                name ??= Prose.Words(RichText.Guess(xml.ReadContent()));
            else if (xml.Name == "email")
                email ??= xml.ReadContent().Trimmed();
        }

        return new AtomPerson(name, email);
    }

    private static TextKind KindOf(string? type, string? mode, bool hasElements)
    {
        if (mode == "base64")
            return TextKind.Base64;
        if (hasElements)
            return TextKind.Xml;
        return type switch
        {
            "html" or "text/html" or "application/xhtml+xml" => TextKind.Html,
            "xhtml" => TextKind.Xml,
            _ when mode == "escaped" && type is null => TextKind.Html,
            null or "" or "text" or "text/plain" => TextKind.Plain,
            _ when type.EndsWith("xml", StringComparison.Ordinal) => TextKind.Xml,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => TextKind.Plain,
            // Any other kind of content is base64 (RFC 4287, section 4.1.3.3).
            _ => TextKind.Base64,
        };
    }
}
