namespace Bot.Emulators.Telegram.Texts;

/// <summary>
/// What a sender must keep to in the entities of a text, beyond their shape. The server mends most of it in silence,
/// and what readers see is then not what was meant.
/// </summary>
internal static class EntityRules
{
    public const int Most = 100;

    public static IEnumerable<string> Breaches(FormattedText sent)
    {
        if (sent.Entities.Count > Most)
            yield return $"{sent.Entities.Count} entities; the server keeps {Most}";
        foreach (var entity in sent.Entities)
            if (Misplaced(sent.Text, entity) is { } why)
                yield return $"{Show(entity)} {why}";
        for (var i = 0; i < sent.Entities.Count; i++)
        for (var j = i + 1; j < sent.Entities.Count; j++)
            if (Clash(sent.Entities[i], sent.Entities[j]) is { } why)
                yield return $"{Show(sent.Entities[i])} and {Show(sent.Entities[j])} {why}";
    }

    private static string? Misplaced(string text, TextEntity entity)
    {
        if (entity.Length <= 0)
            return "has no length";
        if (entity.Offset < 0 || (long)entity.Offset + entity.Length > text.Length)
            return $"lies outside the text of {text.Length} units";
        if (SplitsPair(text, entity.Offset) || SplitsPair(text, entity.End))
            return "cuts through a character of two units";
        if (entity.Kind.IsFound())
            return "is of a kind that the server finds by itself and takes from nobody";
        if (entity.Kind == EntityKind.TextLink && !LinkTargets.AreFollowed(entity.Url))
            return $"leads to \"{entity.Url}\", which the server drops";
        return null;
    }

    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    private static string? Clash(TextEntity one, TextEntity other)
    {
        if (!one.Touches(other))
            return null;
        if (one.Crosses(other))
            return "overlap in part";
        if (one.Kind.IsOpaque() && other.Kind.IsOpaque())
            return "are links or code in each other";
        if ((one.Kind.IsCode() && !other.Kind.IsQuote()) || (other.Kind.IsCode() && !one.Kind.IsQuote()))
            return "are code with something else around or in it";
        if (one.Kind.IsQuote() && other.Kind.IsQuote())
            return "are a quotation in a quotation";
        return null;
    }

    private static string Show(TextEntity entity) => $"{entity.Kind.Name()} at {entity.Offset}+{entity.Length}";
}
