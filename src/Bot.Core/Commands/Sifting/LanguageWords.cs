using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Spelling;
using Bot.Core.Texts;
using Bot.Text.Languages;

namespace Bot.Core.Commands.Sifting;

/// <summary>Which language someone means: its tag, or its name in English, in itself or in the reader's own.</summary>
internal static class LanguageWords
{
    /// <summary>For instance, where none is near.</summary>
    public const string Instance = "en";

    /// <summary>What an article may be found to be in.</summary>
    private static IReadOnlyList<string> Told => LanguageGuesser.Languages;

    /// <returns>The tag; null where the words name no language.</returns>
    public static string? TryRead(string written, Edition edition)
    {
        var word = written.Trim();
        var tag = word.Split('-', '_')[0].ToLowerInvariant();
        tag = tag is "no" or "nn" ? "nb" : tag;
        if (Told.Contains(tag, StringComparer.Ordinal))
            return tag;
        var wanted = Unaccented.Of(word);
        return Told.FirstOrDefault(t => NamesOf(t, edition).Any(n => Unaccented.Of(n) == wanted));
    }

    /// <returns>The language whose name is nearest, null where none is near.</returns>
    public static string? Nearest(string written, Edition edition)
    {
        var names = Told.SelectMany(t => NamesOf(t, edition).Select(n => (Tag: t, Name: n))).ToList();
        var nearest = Slips.Nearest(written, names.Select(n => n.Name));
        return names.Find(n => n.Name == nearest).Tag;
    }

    /// <summary>"I know no language “klingonisch”: say its name or its two letters, as in …"</summary>
    /// <param name="example">What is to be typed for a tag.</param>
    public static IReadOnlyList<Inline> NoSuch(string written, Func<string, CommandHint> example, Edition edition)
    {
        var nearest = Nearest(written, edition);
        var tag = nearest ?? Instance;
        return edition.Line(
            nearest is null ? "sift.lang-unknown" : "sift.lang-slip",
            ("value", Excerpt.Of(written)),
            ("example", example(tag)),
            ("language", edition.LanguageName(tag))
        );
    }

    /// <summary>Tags with their names in the reader's language, in no order that readers know.</summary>
    public static IEnumerable<(string Tag, string Name)> All(Edition edition) =>
        Told.Select(t => (t, edition.LanguageName(t)));

    private static IEnumerable<string> NamesOf(string tag, Edition edition)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        return [culture.EnglishName, culture.NativeName, edition.LanguageName(tag)];
    }
}
