using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Typed;

/// <summary>The ways to point at an article in one word: "3" of the last list, "#12" by its id, a link, "latest".</summary>
internal static class ArticleReference
{
    public static bool IsOne(string word, Edition edition) =>
        NumberIn(word) is not null || IdIn(word) is not null || LinkIn(word) is not null || IsLatest(word, edition);

    public static int? NumberIn(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? IdIn(string word) =>
        word.StartsWith('#')
        && long.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public static Uri? LinkIn(string word) =>
        Uri.TryCreate(word.Trim().TrimStart('<').TrimEnd('>'), UriKind.Absolute, out var link)
        && link.Scheme is "http" or "https"
            ? link
            : null;

    /// <summary>The page that was asked for, from 1; the reader of options has seen to it that it is a number.</summary>
    public static int PageOf(CommandCall call) =>
        call.Option("page") is { } page && NumberIn(page) is { } number ? Math.Max(1, number) : 1;

    public static bool IsLatest(string word, Edition edition) =>
        edition.Say("typed.latest").Split(' ').Contains(Unaccented.Of(word), StringComparer.Ordinal);
}
