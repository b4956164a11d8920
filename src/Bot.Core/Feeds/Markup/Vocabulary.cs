using System.Collections.Frozen;

namespace Bot.Core.Feeds.Markup;

/// <summary>Whose word an element's name is.</summary>
internal enum Vocabulary
{
    /// <summary>The format's own: no namespace, one of RSS's many, or a default one that nobody knows.</summary>
    Own,
    Atom,
    Rdf,
    DublinCore,
    DublinTerms,
    Content,
    Media,
    Itunes,
    GooglePlay,
    Syndication,
    Xhtml,
    Xml,
    Other,
}

/// <summary>Finds vocabularies by what feeds write for them, right and wrong.</summary>
internal static class Vocabularies
{
    /// <summary>Addresses in lower case, without scheme and what ends them: feeds vary all three.</summary>
    private static readonly FrozenDictionary<string, Vocabulary> ByAddress = new Dictionary<string, Vocabulary>
    {
        [""] = Vocabulary.Own,
        ["backend.userland.com/rss"] = Vocabulary.Own,
        ["backend.userland.com/rss2"] = Vocabulary.Own,
        ["backend.userland.com/rss091"] = Vocabulary.Own,
        ["blogs.law.harvard.edu/tech/rss"] = Vocabulary.Own,
        ["cyber.law.harvard.edu/rss"] = Vocabulary.Own,
        ["www.rssboard.org/rss-specification"] = Vocabulary.Own,
        ["purl.org/rss/1.0"] = Vocabulary.Own,
        ["purl.org/rss/1.0/modules/rss091"] = Vocabulary.Own,
        ["purl.org/net/rss1.1"] = Vocabulary.Own,
        ["purl.org/rss/2.0"] = Vocabulary.Own,
        ["my.netscape.com/rdf/simple/0.9"] = Vocabulary.Own,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Vocabulary.Own,
        ["channel.netscape.com/rdf/simple/0.9"] = Vocabulary.Own,
        ["www.w3.org/2005/atom"] = Vocabulary.Atom,
        ["purl.org/atom/ns"] = Vocabulary.Atom,
        ["example.com/newformat"] = Vocabulary.Atom,
        ["example.com/necho"] = Vocabulary.Atom,
        ["purl.org/echo"] = Vocabulary.Atom,
        ["purl.org/pie"] = Vocabulary.Atom,
        ["uri/of/echo/namespace"] = Vocabulary.Atom,
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = Vocabulary.Rdf,
        ["purl.org/dc/elements/1.0"] = Vocabulary.DublinCore,
        ["purl.org/dc/elements/1.1"] = Vocabulary.DublinCore,
        ["purl.org/dc/terms"] = Vocabulary.DublinTerms,
        ["purl.org/rss/1.0/modules/content"] = Vocabulary.Content,
        ["purl.org/rss/1.0/modules/syndication"] = Vocabulary.Syndication,
        ["search.yahoo.com/mrss"] = Vocabulary.Media,
        ["tools.search.yahoo.com/mrss"] = Vocabulary.Media,
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["www.itunes.com/dtds/pocast-1.0.dtd"] = Vocabulary.Itunes,
        ["example.com/dtds/podcast-1.0.dtd"] = Vocabulary.Itunes,
        ["www.google.com/schemas/play-podcasts/1.0"] = Vocabulary.GooglePlay,
        ["www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd"] = Vocabulary.GooglePlay,
        ["www.w3.org/1999/xhtml"] = Vocabulary.Xhtml,
        ["www.w3.org/xml/1998/namespace"] = Vocabulary.Xml,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a prefix means to everybody, for feeds that never declare it.</summary>
    private static readonly FrozenDictionary<string, Vocabulary> ByPrefix = new Dictionary<string, Vocabulary>
    {
        ["atom"] = Vocabulary.Atom,
        ["atom10"] = Vocabulary.Atom,
        ["a10"] = Vocabulary.Atom,
        ["rdf"] = Vocabulary.Rdf,
        ["rss"] = Vocabulary.Own,
        ["dc"] = Vocabulary.DublinCore,
        ["dcterms"] = Vocabulary.DublinTerms,
        ["content"] = Vocabulary.Content,
        ["media"] = Vocabulary.Media,
        ["itunes"] = Vocabulary.Itunes,
        ["googleplay"] = Vocabulary.GooglePlay,
        ["sy"] = Vocabulary.Syndication,
        ["xhtml"] = Vocabulary.Xhtml,
        ["xml"] = Vocabulary.Xml,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="address">As declared by <c>xmlns</c>.</param>
    public static Vocabulary? Find(string address)
    {
        var bare = address.AsSpan().Trim();
        if (bare.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at)
            bare = bare[(at + 3)..];
        bare = bare.TrimEnd("/#");
        return ByAddress.TryGetValue(bare.ToString().ToLowerInvariant(), out var found) ? found : null;
    }

    public static Vocabulary OfPrefix(string prefix) =>
        ByPrefix.GetValueOrDefault(prefix.ToLowerInvariant(), Vocabulary.Other);
}
