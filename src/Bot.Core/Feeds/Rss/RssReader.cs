using Bot.Core.Feeds.Atom;
using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Rss;

/// <summary>Reads RSS of every version, the ones that are RDF included.</summary>
internal static class RssReader
{
    /// <param name="xml">At the opening of <c>rss</c>, <c>rdf:RDF</c> or a <c>channel</c> that stands alone.</param>
    public static RssChannel Read(MarkupReader xml)
    {
        var channel = new RssChannel();
        if (xml.Name == "channel")
        {
            ReadChannel(channel, xml);
            return channel;
        }

        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Name == "channel")
                ReadChannel(channel, xml);
            else if (xml.Name == "item" && xml.Vocabulary == Vocabulary.Own)
                channel.Items.Add(ReadItem(xml));
        }

        return channel;
    }

    private static void ReadChannel(RssChannel channel, MarkupReader xml)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (channel.Extras.TryRead(xml) || channel.Rhythm.TryRead(xml))
                continue;
            if (xml.Vocabulary == Vocabulary.Atom)
                ReadAtomPart(channel, xml);
            else if (xml.Vocabulary == Vocabulary.Own)
                ReadChannelPart(channel, xml);
        }
    }

    private static void ReadAtomPart(RssChannel channel, MarkupReader xml)
    {
        if (xml.Name == "link")
            AtomReader.AddLink(channel.AtomLinks, xml);
        else if (xml.Name == "author")
            channel.AtomAuthors.Add(AtomReader.ReadPerson(xml));
    }

    private static void ReadChannelPart(RssChannel channel, MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "title":
                channel.Title = Rich(channel.Title, xml);
                break;
            case "link":
                channel.LinkBase = xml.Base;
                channel.Link = ReadLink(xml) ?? channel.Link;
                break;
            case "managingeditor":
                channel.ManagingEditor = Line(xml);
                break;
            case "webmaster":
                channel.WebMaster = Line(xml);
                break;
            case "item":
                channel.Items.Add(ReadItem(xml));
                break;
        }
    }

    private static RssItem ReadItem(MarkupReader xml)
    {
        var item = new RssItem { About = (xml.Attribute("rdf:about") ?? xml.Attribute("about"))?.Trim() };
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (item.Extras.TryRead(xml))
                continue;
            if (xml.Vocabulary == Vocabulary.Atom)
                ReadAtomPart(item, xml);
            else if (xml.Vocabulary == Vocabulary.Own)
                ReadItemPart(item, xml);
            else if (xml.Vocabulary == Vocabulary.Xhtml && xml.Name is "body" or "div")
                item.Body ??= new RichText(xml.ReadContent(), TextKind.Xml);
        }

        return item;
    }

    private static void ReadItemPart(RssItem item, MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "title":
                item.Title = Rich(item.Title, xml);
                break;
            case "link":
                item.LinkBase = xml.Base;
                item.Link = ReadLink(xml) ?? item.Link;
                break;
            case "guid":
                item.IsGuidLink = xml.Attribute("isPermaLink")?.Trim().ToLowerInvariant() != "false";
                item.Guid = xml.ReadContent().Sign();
                break;
            case "description":
                item.Description = Rich(item.Description, xml);
                break;
            case "body" or "fullitem":
                item.Body = Rich(item.Body, xml);
                break;
            case "summary" or "abstract":
                item.Summary = Rich(item.Summary, xml);
                break;
            case "pubdate":
                item.PubDate = xml.ReadContent().Trimmed();
                break;
            case "author":
                item.Author ??= Author(xml);
                break;
            case "comments":
                item.Comments = xml.ReadContent().Trimmed();
                break;
        }
    }

    private static void ReadAtomPart(RssItem item, MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "link":
                AtomReader.AddLink(item.AtomLinks, xml);
                break;
            case "author":
                item.AtomAuthors.Add(AtomReader.ReadPerson(xml));
                break;
            case "title":
                item.AtomTitle = AtomReader.ReadText(xml);
                break;
            case "summary":
                item.AtomSummary = AtomReader.ReadText(xml);
                break;
            case "content":
                item.AtomContent = AtomReader.ReadText(xml);
                break;
            case "id":
                item.AtomId = xml.ReadContent().Trimmed();
                break;
            case "published":
                item.AtomPublished = xml.ReadContent().Trimmed();
                break;
            case "updated":
                item.AtomUpdated = xml.ReadContent().Trimmed();
                break;
        }
    }

    /// <summary>Some write RSS's link as Atom's.</summary>
    private static string? ReadLink(MarkupReader xml)
    {
        var href = xml.Attribute("href");
        return xml.ReadContent().Trimmed() ?? href;
    }

    private static RichText? Rich(RichText? before, MarkupReader xml)
    {
        var content = xml.ReadContent();
        return before ?? (content.Source.Span.IsWhiteSpace() ? null : RichText.Guess(content));
    }

    /// <summary>Atom's author stands in RSS without its namespace, too.</summary>
    private static string? Author(MarkupReader xml)
    {
        var content = xml.ReadContent();
        var person = content.HasElements ? AtomReader.ReadPerson(new MarkupReader(content.Alone())) : null;
        return person?.Name ?? person?.Email ?? Prose.Words(RichText.Guess(content));
    }

    private static string? Line(MarkupReader xml) => Prose.Words(RichText.Guess(xml.ReadContent()));
}
