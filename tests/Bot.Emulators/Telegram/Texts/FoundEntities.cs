using System.Text.RegularExpressions;

namespace Bot.Emulators.Telegram.Texts;

/// <summary>
/// What the server and every client find in a plain text without being told. A word joiner (U+2060) after "@" or "#"
/// is no letter of a name, so nothing is found there.
/// </summary>
internal static partial class FoundEntities
{
    private const int Limit = 1000;

    public static IReadOnlyList<TextEntity> In(string text)
    {
        var found = new List<TextEntity>();
        // An address or a link is found first: what looks like a mention inside is part of it.
        Add(found, EntityKind.Url, Urls(), text, '.', ':');
        Add(found, EntityKind.Email, Emails(), text, '@');
        Add(found, EntityKind.Mention, Mentions(), text, '@');
        Add(found, EntityKind.Hashtag, Hashtags(), text, '#');
        Add(found, EntityKind.Cashtag, Cashtags(), text, '$');
        Add(found, EntityKind.BotCommand, Commands(), text, '/');
        return [.. found.OrderBy(e => e.Offset)];
    }

    /// <summary>Nothing is found in code and links, and what is found does not cut through what was sent.</summary>
    public static IReadOnlyList<TextEntity> Join(IReadOnlyList<TextEntity> sent, IReadOnlyList<TextEntity> found) =>
        [
            .. sent.Concat(found.Where(f => !sent.Any(s => s.Kind.IsOpaque() ? s.Touches(f) : s.Crosses(f))))
                .OrderBy(e => e.Offset)
                .ThenByDescending(e => e.Length)
                .ThenBy(e => e.Kind),
        ];

    /// <param name="signs">Without one of these there is nothing to look for.</param>
    private static void Add(
        List<TextEntity> found,
        EntityKind kind,
        Regex pattern,
        string text,
        params ReadOnlySpan<char> signs
    )
    {
        if (!text.AsSpan().ContainsAny(signs))
            return;
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            var entity = new TextEntity(kind, match.Index, match.Length);
            if (match.Groups["ending"] is { Success: true, Value: var ending } && !HostEndings.Contains(ending))
                continue;
            if (!found.Exists(f => f.Touches(entity)))
                found.Add(entity);
        }
    }

    [GeneratedRegex(@"(?<![\w@])@[A-Za-z0-9_]{3,32}(?![\w@])", RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Mentions();

    [GeneratedRegex(
        @"(?<![\w#\u200c])#(?=[\w\u200c\u00b7]*\p{L})(?>[\w\u200c\u00b7]{1,256})(?:@[A-Za-z0-9_]{3,32})?(?!#)",
        RegexOptions.CultureInvariant,
        Limit
    )]
    private static partial Regex Hashtags();

    [GeneratedRegex(@"(?<![\w$\u200c])\$(?:1INCH|[A-Z]{1,8})(?![\w$\u200c])", RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Cashtags();

    [GeneratedRegex(
        @"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])",
        RegexOptions.CultureInvariant,
        Limit
    )]
    private static partial Regex Commands();

    [GeneratedRegex(
        @"(?<![\w.+-])[A-Za-z0-9_][A-Za-z0-9_.+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8}(?![\w@])",
        RegexOptions.CultureInvariant,
        Limit
    )]
    private static partial Regex Emails();

    // A host without a protocol counts only under an ending that there is.
    [GeneratedRegex(
        @"(?<![\w@/#.-])(?:(?:(?:https?|ftp)://(?:[\p{L}\p{N}_~-]+\.)*[\p{L}\p{N}_~-]+\.?)|(?:tg|ton)://[a-z0-9_-]{1,253}|(?:[\p{L}\p{N}_-]+\.)+(?<ending>\p{L}{2,10}))(?![\p{L}\p{N}_@-])(?::\d{1,5})?(?:[/?#](?:[^\s<>""«»\u2000-\u200b\u2016-\u206f]*[^\s<>""«»\u2000-\u200b\u2016-\u206f.:;,('?!`])?)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Limit
    )]
    private static partial Regex Urls();
}
