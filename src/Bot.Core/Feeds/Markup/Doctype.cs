namespace Bot.Core.Feeds.Markup;

/// <summary>
/// The DOCTYPE of a document and the entities that it declares. Only short texts are kept: what names other entities,
/// or a file, is how documents are made that explode, or read what is none of theirs.
/// </summary>
internal static class Doctype
{
    private const int Longest = 64;
    private const int Most = 256;

    /// <summary>How much longer than its reference an entity's text may be, so that a feed cannot outgrow its bytes.</summary>
    private const int Growth = 4;

    private static readonly Dictionary<string, string> None = [];

    /// <param name="rest">From <c>&lt;!DOCTYPE</c> on.</param>
    /// <returns>Up to the first bracket outside quotation marks and outside square brackets; 0 where there is none.</returns>
    public static int LengthOf(ReadOnlySpan<char> rest)
    {
        var isInside = false;
        for (var i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case '"' or '\'' when rest[(i + 1)..].IndexOf(rest[i]) is >= 0 and var length:
                    i += length + 1;
                    break;
                case '[':
                    isInside = true;
                    break;
                case ']':
                    isInside = false;
                    break;
                case '>' when !isInside:
                    return i + 1;
            }
        }

        return 0;
    }

    public static IReadOnlyDictionary<string, string> Entities(ReadOnlySpan<char> doctype)
    {
        const string opening = "<!ENTITY";
        Dictionary<string, string>? found = null;
        while ((found?.Count ?? 0) < Most && doctype.IndexOf(opening, StringComparison.Ordinal) is >= 0 and var at)
        {
            doctype = doctype[(at + opening.Length)..].TrimStart();
            var blank = Start(doctype).IndexOfAny(" \t\r\n");
            if (blank <= 0)
                continue;
            var name = doctype[..blank];
            var value = doctype[blank..].TrimStart();
            if (value is not ['"' or '\'', ..] || Start(value[1..]).IndexOf(value[0]) is not (>= 0 and var length))
                continue;
            if (Text(value.Slice(1, length)) is { } text && text.Length <= Growth * (name.Length + 2))
                (found ??= []).TryAdd(name.ToString(), text);
        }

        return found ?? None;
    }

    /// <summary>A name or a text that is kept, and what ends it: looked for no farther, as many entities may lack it.</summary>
    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, Longest + 1)];

    private static string? Text(ReadOnlySpan<char> value)
    {
        using var text = new LetterBuffer();
        References.Resolve(value, None, text);
        var resolved = text.Span.ToString();
        return resolved.AsSpan().ContainsAny("&<") && resolved is not ("&" or "<") ? null : resolved;
    }
}
