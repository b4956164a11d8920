using System.Collections.Frozen;

namespace Bot.Core.Feeds.Markup;

/// <summary>HTML's elements that hold nothing: https://html.spec.whatwg.org/multipage/syntax.html#void-elements.</summary>
internal static class VoidElements
{
    private static readonly FrozenSet<string> Names =
        "area base br col embed hr img input link meta param source track wbr"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="name">In lower case, without prefix.</param>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Whether an element of a feed holds nothing by its name alone: RSS and Atom have a link and a source of their own.</summary>
    public static bool ContainsInFeed(string name) => name is not ("link" or "source") && Contains(name);
}
