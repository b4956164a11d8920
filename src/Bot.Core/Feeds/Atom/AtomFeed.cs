using Bot.Core.Feeds.Extensions;
using Bot.Core.Feeds.Html;

namespace Bot.Core.Feeds.Atom;

/// <summary>
/// A feed as Atom has it: https://www.rfc-editor.org/rfc/rfc4287, and its draft 0.3, whose feeds still run:
/// https://datatracker.ietf.org/doc/html/draft-ietf-atompub-format-00.
/// </summary>
internal sealed class AtomFeed
{
    public RichText? Title { get; set; }
    public string? Id { get; set; }
    public List<AtomLink> Links { get; } = [];
    public List<AtomPerson> Authors { get; } = [];
    public List<AtomEntry> Entries { get; } = [];
    public Extras Extras { get; } = new();
    public Rhythm Rhythm { get; } = new();
}

/// <summary>atom:entry.</summary>
internal sealed class AtomEntry
{
    public RichText? Title { get; set; }
    public string? Id { get; set; }
    public List<AtomLink> Links { get; } = [];
    public List<AtomPerson> Authors { get; } = [];
    public List<AtomPerson> SourceAuthors { get; } = [];
    public RichText? Content { get; set; }
    public RichText? Summary { get; set; }

    /// <summary>published; of 0.3 issued or created.</summary>
    public string? Published { get; set; }

    /// <summary>updated; of 0.3 modified.</summary>
    public string? Updated { get; set; }
    public Extras Extras { get; } = new();
}

/// <param name="Base">What <c>xml:base</c> says that it starts from.</param>
internal sealed record AtomLink(string Href, string Rel, string? Type, string? Base);

internal sealed record AtomPerson(string? Name, string? Email);
