using Bot.Core.Spelling;

namespace Bot.Core.Commands;

/// <summary>Whether a title is the one that someone remembers some words of.</summary>
internal static class TitleFit
{
    /// <param name="wanted">Folded; each must be a word of the title, its beginning, or a small slip of it.</param>
    public static bool HoldAll(string title, IReadOnlyList<string> wanted)
    {
        var words = Unaccented
            .Of(title)
            .Split(' ')
            .Select(w => w.Trim('"', '“', '”', '„', '«', '»', '‘', ',', ':', ';', '?', '!', '(', ')', '…'))
            .ToArray();
        return wanted.Count > 0 && wanted.All(want => words.Any(word => IsMeant(want, word)));
    }

    private static bool IsMeant(string want, string word) =>
        word.StartsWith(want, StringComparison.Ordinal) || Slips.Between(want, word) is not null;
}
