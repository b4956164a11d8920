namespace Bot.Core.Feeds.Markup;

/// <summary>An open element.</summary>
/// <param name="Bindings">How many prefixes were bound before it.</param>
internal readonly record struct Scope(MarkupName Name, Vocabulary Vocabulary, string? Base, int Bindings);

/// <summary>The elements that are open, with what prefixes mean in them and where their links start from.</summary>
internal sealed class Scopes
{
    /// <summary>Each prefix is looked for among all that are bound; no feed binds a tenth.</summary>
    private const int Most = 256;

    private readonly List<Scope> open = [];
    private readonly List<(string Prefix, Vocabulary Vocabulary)> bindings = [];

    public int Count => open.Count;
    public Scope Innermost => open[^1];

    public void Open(MarkupName name, ReadOnlySpan<char> text, in Tag tag)
    {
        var bound = bindings.Count;
        var given = open.Count > 0 ? open[^1].Base : null;
        // Both xmlns and xml:base begin so; most tags have neither.
        if (text[tag.NameEnd..tag.End].IndexOf("xml", StringComparison.OrdinalIgnoreCase) >= 0)
            given = ReadDeclarations(text, tag, given);
        open.Add(new Scope(name, Find(name.Prefix), given, bound));
    }

    public void Close()
    {
        var closed = open[^1];
        bindings.RemoveRange(closed.Bindings, bindings.Count - closed.Bindings);
        open.RemoveAt(open.Count - 1);
    }

    /// <returns>How many elements end with the innermost of that name; 0 where none is open.</returns>
    public int CountTo(MarkupName name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
                return open.Count - i;
        }

        return 0;
    }

    private string? ReadDeclarations(ReadOnlySpan<char> text, in Tag tag, string? given)
    {
        var attributes = new TagAttributes(text, tag);
        while (attributes.MoveNext())
        {
            if (attributes.Name.Equals("xml:base", StringComparison.OrdinalIgnoreCase))
                given = Join(given, attributes.Value.Trim().ToString());
            else if (attributes.Name.Equals("xmlns", StringComparison.OrdinalIgnoreCase))
                Bind("", Vocabularies.Find(attributes.Value.ToString()) ?? Vocabulary.Own);
            else if (attributes.Name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
            {
                var prefix = attributes.Name[6..].ToString().ToLowerInvariant();
                Bind(prefix, Vocabularies.Find(attributes.Value.ToString()) ?? Vocabularies.OfPrefix(prefix));
            }
        }

        return given;
    }

    private void Bind(string prefix, Vocabulary vocabulary)
    {
        if (bindings.Count < Most)
            bindings.Add((prefix, vocabulary));
    }

    private Vocabulary Find(string prefix)
    {
        for (var i = bindings.Count - 1; i >= 0; i--)
        {
            if (bindings[i].Prefix == prefix)
                return bindings[i].Vocabulary;
        }

        return prefix.Length == 0 ? Vocabulary.Own : Vocabularies.OfPrefix(prefix);
    }

    private static string Join(string? outer, string inner) =>
        LinkStart.Find(outer) is { } start ? LinkStart.Join(start, inner)!.AbsoluteUri : inner;
}
