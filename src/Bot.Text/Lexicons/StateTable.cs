using Bot.Text.Languages;
using Bot.Text.Letters;

namespace Bot.Text.Lexicons;

/// <summary>The states that American news ties politicians to: "(D-Mass.)", "the Massachusetts senator".</summary>
internal sealed class StateTable
{
    private const int LongestName = 24;

    private readonly LetterTable<string> _names;
    private readonly LetterTable<string> _shortForms;

    private StateTable(Dictionary<string, string> names, Dictionary<string, string> shortForms)
    {
        _names = new LetterTable<string>(names);
        _shortForms = new LetterTable<string>(shortForms);
    }

    public static StateTable Load()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var shortForms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, line) in TableFile.Read("states.txt"))
        {
            var forms = FormsIn(line);
            foreach (var form in forms)
            {
                shortForms[form.TrimEnd('.')] = forms[0];
                if (!IsCode(form))
                    names[form] = forms[0];
            }
        }

        return new StateTable(names, shortForms);
    }

    /// <returns>A state's name, then its short forms.</returns>
    public static string[] FormsIn(string line) => line.Split([';', ','], StringSplitOptions.TrimEntries);

    /// <summary>"MA": without a stop its letters mean much else.</summary>
    public static bool IsCode(string form) => form.Length == 2 && char.IsUpper(form[1]);

    /// <param name="words">A name or a short form with its stop: "New York", "Mass.", and neither "Miss" nor "LA".</param>
    public string? Find(ReadOnlySpan<char> words) => _names.TryGetValue(words, out var state) ? state : null;

    /// <summary>As <see cref="Find(ReadOnlySpan{char})"/>, for a name of two words.</summary>
    public string? Find(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var length = first.Length + 1 + second.Length;
        if (length > LongestName)
            return null;
        Span<char> words = stackalloc char[length];
        first.CopyTo(words);
        words[first.Length] = ' ';
        second.CopyTo(words[(first.Length + 1)..]);
        return Find(words);
    }

    /// <param name="word">What stands behind a party's initial, with or without the last stop: "Mass", "S.C", "MA".</param>
    public string? FindShort(ReadOnlySpan<char> word) =>
        _shortForms.TryGetValue(word.TrimEnd('.'), out var state) ? state : null;
}
