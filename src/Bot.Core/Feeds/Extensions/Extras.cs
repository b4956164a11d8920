using Bot.Core.Feeds.Html;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Extensions;

/// <summary>
/// What other vocabularies say of a feed or an item, in RSS, RDF and Atom alike: Dublin Core
/// (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/), content (https://web.resource.org/rss/1.0/modules/content/),
/// Media RSS (https://www.rssboard.org/media-rss), the podcast shops'.
/// </summary>
internal sealed class Extras
{
    private List<string>? creators;

    public IReadOnlyList<string> Creators => creators ?? [];
    public RichText? Encoded { get; private set; }
    public RichText? DcTitle { get; private set; }
    public RichText? DcDescription { get; private set; }
    public string? DcIdentifier { get; private set; }

    /// <summary>dc:date, dcterms:issued or created.</summary>
    public string? Issued { get; private set; }

    /// <summary>dcterms:modified.</summary>
    public string? Modified { get; private set; }
    public RichText? MediaTitle { get; private set; }
    public RichText? MediaDescription { get; private set; }
    public string? ItunesAuthor { get; private set; }
    public string? ItunesOwner { get; private set; }
    public RichText? ItunesTitle { get; private set; }
    public RichText? ItunesSummary { get; private set; }
    public RichText? ItunesSubtitle { get; private set; }
    public string? GooglePlayAuthor { get; private set; }
    public RichText? GooglePlayDescription { get; private set; }

    /// <param name="xml">At an element's opening.</param>
    /// <returns>Whether the element was one of these, and was read.</returns>
    public bool TryRead(MarkupReader xml)
    {
        switch (xml.Vocabulary)
        {
            case Vocabulary.DublinCore or Vocabulary.DublinTerms:
                return TryReadDublin(xml);
            case Vocabulary.Content when xml.Name == "encoded":
                Encoded = Rich(Encoded, xml);
                return true;
            case Vocabulary.Media:
                return TryReadMedia(xml);
            case Vocabulary.Itunes:
                return TryReadItunes(xml);
            case Vocabulary.GooglePlay when xml.Name == "author":
                GooglePlayAuthor = Line(GooglePlayAuthor, xml);
                return true;
            case Vocabulary.GooglePlay when xml.Name == "description":
                GooglePlayDescription = Rich(GooglePlayDescription, xml);
                return true;
            default:
                return false;
        }
    }

    private bool TryReadDublin(MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "creator" or "author":
                if (Prose.Words(RichText.Guess(xml.ReadContent())) is { } creator)
                    (creators ??= []).Add(creator);
                return true;
            case "title":
                DcTitle = Rich(DcTitle, xml);
                return true;
            case "description" or "abstract":
                DcDescription = Rich(DcDescription, xml);
                return true;
            case "identifier":
                DcIdentifier = Line(DcIdentifier, xml);
                return true;
            case "date" or "issued" or "created" or "available":
                Issued = Line(Issued, xml);
                return true;
            case "modified":
                Modified = Line(Modified, xml);
                return true;
            default:
                return false;
        }
    }

    private bool TryReadMedia(MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "title":
                MediaTitle = Rich(MediaTitle, xml);
                return true;
            case "description":
                MediaDescription = Rich(MediaDescription, xml);
                return true;
            case "group" or "content":
                ReadAll(xml);
                return true;
            default:
                return false;
        }
    }

    private bool TryReadItunes(MarkupReader xml)
    {
        switch (xml.Name)
        {
            case "author":
                ItunesAuthor = Line(ItunesAuthor, xml);
                return true;
            case "title":
                ItunesTitle = Rich(ItunesTitle, xml);
                return true;
            case "summary":
                ItunesSummary = Rich(ItunesSummary, xml);
                return true;
            case "subtitle":
                ItunesSubtitle = Rich(ItunesSubtitle, xml);
                return true;
            case "owner":
                var depth = xml.Depth;
                while (xml.ReadChild(depth))
                {
                    if (xml.Name is "name" or "email")
                        ItunesOwner = Line(ItunesOwner, xml);
                }

                return true;
            default:
                return false;
        }
    }

    private void ReadAll(MarkupReader xml)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
            TryReadMedia(xml);
    }

    private static RichText? Rich(RichText? before, MarkupReader xml)
    {
        var content = xml.ReadContent();
        return before ?? (content.Source.Span.IsWhiteSpace() ? null : RichText.Guess(content));
    }

    private static string? Line(string? before, MarkupReader xml)
    {
        var content = xml.ReadContent();
        return before ?? Prose.Words(RichText.Guess(content));
    }
}
