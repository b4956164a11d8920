using Bot.Core.Feeds.Atom;
using Bot.Core.Feeds.Extensions;
using Bot.Core.Feeds.Html;

namespace Bot.Core.Feeds.Rss;

/// <summary>
/// A channel as RSS has it: https://www.rssboard.org/rss-specification, and RSS 1.0, where the items stand beside the
/// channel: https://web.resource.org/rss/1.0/spec.
/// </summary>
internal sealed class RssChannel
{
    public RichText? Title { get; set; }
    public string? Link { get; set; }
    public string? LinkBase { get; set; }
    public string? ManagingEditor { get; set; }
    public string? WebMaster { get; set; }
    public List<AtomLink> AtomLinks { get; } = [];
    public List<AtomPerson> AtomAuthors { get; } = [];
    public List<RssItem> Items { get; } = [];
    public Extras Extras { get; } = new();
    public Rhythm Rhythm { get; } = new();
}

/// <summary>item.</summary>
internal sealed class RssItem
{
    public RichText? Title { get; set; }
    public string? Link { get; set; }
    public string? LinkBase { get; set; }
    public string? Guid { get; set; }

    /// <summary>Unless the feed denies it, a guid is the item's address.</summary>
    public bool IsGuidLink { get; set; }

    /// <summary>rdf:about.</summary>
    public string? About { get; set; }
    public RichText? Description { get; set; }

    /// <summary>xhtml:body, or fullitem: the whole text before there was content:encoded.</summary>
    public RichText? Body { get; set; }

    /// <summary>summary, or CDF's abstract: words of others that some feeds borrow.</summary>
    public RichText? Summary { get; set; }
    public string? PubDate { get; set; }
    public string? Author { get; set; }
    public string? Comments { get; set; }
    public List<AtomLink> AtomLinks { get; } = [];
    public List<AtomPerson> AtomAuthors { get; } = [];
    public RichText? AtomTitle { get; set; }
    public RichText? AtomSummary { get; set; }
    public RichText? AtomContent { get; set; }
    public string? AtomId { get; set; }
    public string? AtomPublished { get; set; }
    public string? AtomUpdated { get; set; }
    public Extras Extras { get; } = new();
}
