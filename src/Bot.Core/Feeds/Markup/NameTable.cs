using System.Collections.Frozen;

namespace Bot.Core.Feeds.Markup;

/// <summary>A name in lower case: feeds vary the case, and no two names differ by it alone.</summary>
internal sealed record MarkupName(string Prefix, string Local);

/// <summary>The names of a document's elements, each made once.</summary>
internal sealed class NameTable
{
    /// <summary>Nobody has as many; a feed that does is not helped by a table.</summary>
    private const int Most = 1024;

    /// <summary>Those that most feeds have; they need not be made at all.</summary>
    private static readonly FrozenDictionary<string, MarkupName> Common = (
        "rss channel item title link description pubDate guid author category comments enclosure source language "
        + "copyright managingEditor webMaster lastBuildDate generator docs ttl image url width height cloud feed entry id "
        + "updated published summary content name email uri rights subtitle contributor icon logo rdf:RDF rdf:Seq rdf:li "
        + "items dc:creator dc:date dc:title dc:subject dc:language dc:rights dc:publisher dc:identifier dc:description "
        + "content:encoded atom:link media:content media:thumbnail media:title media:description media:group media:credit "
        + "slash:comments wfw:commentRss sy:updatePeriod sy:updateFrequency itunes:author itunes:summary itunes:subtitle "
        + "itunes:duration itunes:explicit itunes:image itunes:title itunes:keywords feedburner:origLink opml head body "
        + "outline div p a b i em strong br img span ul ol li h1 h2 h3 h4 blockquote pre code"
    )
        .Split(' ')
        .ToFrozenDictionary(n => n, Make, StringComparer.Ordinal);

    private Dictionary<string, MarkupName>? rare;

    public MarkupName Get(ReadOnlySpan<char> written)
    {
        if (Common.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known))
            return known;
        rare ??= new Dictionary<string, MarkupName>(StringComparer.Ordinal);
        if (rare.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out known))
            return known;
        var whole = written.ToString();
        var name = Make(whole);
        if (rare.Count < Most)
            rare.Add(whole, name);
        return name;
    }

    private static MarkupName Make(string whole)
    {
        var colon = whole.IndexOf(':', StringComparison.Ordinal);
        return new MarkupName(
            colon < 0 ? "" : whole[..colon].ToLowerInvariant(),
            whole[(colon + 1)..].ToLowerInvariant()
        );
    }
}
