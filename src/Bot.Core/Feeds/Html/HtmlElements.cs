using System.Collections.Frozen;

namespace Bot.Core.Feeds.Html;

/// <summary>Which elements and attributes an item's words may keep.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Kept = Set(
        "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del "
            + "details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li "
            + "main mark ol p pre q rb rp rt rtc ruby s samp section small span strike strong sub summary sup table "
            + "tbody td tfoot th thead time tr tt u ul var wbr audio video source picture track"
    );

    /// <summary>Elements whose letters are no words either.</summary>
    private static readonly FrozenSet<string> Silent = Set("script style applet noembed noframes template");

    /// <summary>Elements that hold nothing and have no closing tag.</summary>
    private static readonly FrozenSet<string> Void = Set("br col hr img source track wbr");

    private static readonly FrozenSet<string> Attributes = Set(
        "abbr align alt cite colspan controls datetime dir height href hreflang lang poster rel reversed rowspan scope "
            + "src start summary title type valign width"
    );

    private static readonly FrozenSet<string> Links = Set("href src cite poster");

    /// <summary>Known to browsers, though not kept: a bracket around any other word is a writer's.</summary>
    private static readonly FrozenSet<string> Known = Set(
        "applet area base basefont blink body button canvas data datalist dialog embed fieldset form frame frameset "
            + "head html iframe input isindex keygen label legend link listing map marquee math menu meta meter multicol "
            + "nav nobr noembed noframes noscript object optgroup option output param plaintext progress script select "
            + "slot style svg template textarea title xmp"
    );

    /// <summary>Elements that begin a new line.</summary>
    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
            + "li main ol p pre section table td th tr ul"
    );

    public static bool IsBlock(ReadOnlySpan<char> name) => Has(Blocks, name);

    public static bool IsKept(ReadOnlySpan<char> name) => Has(Kept, name);

    public static bool IsSilent(ReadOnlySpan<char> name) => Has(Silent, name);

    public static bool IsVoid(ReadOnlySpan<char> name) => Has(Void, name);

    public static bool IsKnown(ReadOnlySpan<char> name) => Has(Kept, name) || Has(Known, name);

    public static bool IsKeptAttribute(ReadOnlySpan<char> name) => Has(Attributes, name);

    public static bool IsLink(ReadOnlySpan<char> attribute) => Has(Links, attribute);

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> names, ReadOnlySpan<char> name) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
