using System.Globalization;
using System.Text;
using System.Xml;

namespace Bot.Core.Feeds.Opml;

/// <summary>Writes lists of feeds, folders as outlines around them: http://opml.org/spec2.opml.</summary>
public static class OpmlWriter
{
    /// <param name="feeds">Those of one folder are kept together, in their order.</param>
    public static string Write(string title, IEnumerable<ListedFeed> feeds, DateTimeOffset now)
    {
        var text = new StringBuilder();
        using (
            var xml = XmlWriter.Create(
                new Utf8Words(text),
                new XmlWriterSettings { Indent = true, NewLineChars = "\n" }
            )
        )
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Clean(title));
            xml.WriteElementString("dateCreated", now.ToString("r", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var folder in feeds.GroupBy(f => f.Category ?? "", StringComparer.OrdinalIgnoreCase))
                Write(xml, folder.Key, folder);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter xml, string folder, IEnumerable<ListedFeed> feeds)
    {
        if (folder.Length > 0)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Clean(folder));
        }

        foreach (var feed in feeds)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", Clean(feed.Title ?? feed.FeedUrl));
            xml.WriteAttributeString("xmlUrl", Clean(feed.FeedUrl));
            if (feed.SiteUrl is { } site)
                xml.WriteAttributeString("htmlUrl", Clean(site));
            if (feed.IsFullText)
                xml.WriteAttributeString(Outline.FullText, "true");
            xml.WriteEndElement();
        }

        if (folder.Length > 0)
            xml.WriteEndElement();
    }

    /// <summary>Some letters cannot stand in XML, however they are written.</summary>
    private static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (XmlConvert.IsXmlChar(words[i]))
                clean.Append(words[i]);
            else if (i + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[i + 1], words[i]))
                clean.Append(words[i]).Append(words[++i]);
        }

        return clean.ToString();
    }

    /// <summary>What is written says that it is UTF-8.</summary>
    private sealed class Utf8Words(StringBuilder words) : StringWriter(words, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
