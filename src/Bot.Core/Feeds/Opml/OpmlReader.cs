using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Opml;

/// <summary>Reads lists of feeds: http://opml.org/spec2.opml.</summary>
internal static class OpmlReader
{
    /// <param name="xml">At the opening of <c>opml</c>.</param>
    public static FeedDocument Read(MarkupReader xml, Prose prose)
    {
        string? title = null;
        var feeds = new List<ListedFeed>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var folders = new List<(int Depth, string Name)>();
        while (xml.Read())
        {
            if (xml.Place == MarkupPlace.Closing && folders.Count > 0 && folders[^1].Depth == xml.Depth)
                folders.RemoveAt(folders.Count - 1);
            if (xml.Place != MarkupPlace.Opening)
                continue;
            if (xml.Name == "title" && title is null)
                title = Prose.Words(RichText.Guess(xml.ReadContent()));
            else if (xml.Name != "outline")
                continue;
            else if (Outline.Find(xml, prose) is { Feed: { } address } outline)
            {
                // The same feed in two folders is one feed.
                if (seen.Add(address))
                    feeds.Add(outline.ToFeed(address, folders.Count > 0 ? folders[^1].Name : null));
            }
            else if ((xml.Attribute("title") ?? xml.Attribute("text"))?.Trim() is { Length: > 0 } folder)
                folders.Add((xml.Depth, folder));
        }

        return new FeedDocument(FeedFormat.Opml, [], feeds) { Title = title };
    }
}
