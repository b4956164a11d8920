using System.Collections.Frozen;
using Bot.Core.Feeds.Markup;

namespace Bot.Core.Feeds.Html;

/// <summary>An element that browsers know.</summary>
/// <param name="IsKept">Whether an item's words may have it.</param>
/// <param name="IsSilent">Whether its letters are no words.</param>
/// <param name="IsVoid">Whether it holds nothing and has no closing tag.</param>
/// <param name="IsBlock">Whether it begins a new line.</param>
internal sealed record HtmlElement(string Name, bool IsKept, bool IsSilent, bool IsVoid, bool IsBlock);

/// <summary>The elements that browsers know; a bracket around any other word is a writer's.</summary>
internal static class HtmlElements
{
    private static readonly string[] Kept = (
        "a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd "
        + "del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li "
        + "main mark ol p picture pre q rb rp rt rtc ruby s samp section small source span strike strong sub summary sup "
        + "table tbody td tfoot th thead time tr track tt u ul var video wbr"
    ).Split(' ');

    private static readonly string[] Dropped = (
        "applet area base basefont blink body button canvas data datalist dialog embed fieldset form frame frameset head "
        + "html iframe input isindex keygen label legend link listing map marquee math menu meta meter multicol nav nobr "
        + "noembed noframes noscript object optgroup option output param plaintext progress script select slot style svg "
        + "template textarea title xmp"
    ).Split(' ');

    private static readonly string[] Silent = ["script", "style", "applet", "noembed", "noframes", "template"];

    private static readonly string[] Inline = (
        "a abbr acronym audio b bdi bdo big blink cite code data del dfn em font i img ins kbd mark nobr q rb rp rt rtc "
        + "ruby s samp script small source span strike strong style sub sup time track tt u var video wbr"
    ).Split(' ');

    private static readonly FrozenDictionary<string, HtmlElement> ByName = Kept.Concat(Dropped)
        .ToFrozenDictionary(
            n => n,
            n => new HtmlElement(
                n,
                Kept.Contains(n),
                Silent.Contains(n),
                VoidElements.Contains(n),
                !Inline.Contains(n)
            ),
            StringComparer.OrdinalIgnoreCase
        );

    /// <param name="name">With or without the prefix that a feed gives to XHTML.</param>
    /// <returns>Null where no browser knows it.</returns>
    public static HtmlElement? Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[(name.LastIndexOf(':') + 1)..], out var found)
            ? found
            : null;
}
