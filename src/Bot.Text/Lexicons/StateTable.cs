using System.Collections.Frozen;
using Bot.Text.Languages;

namespace Bot.Text.Lexicons;

/// <summary>The states that American news ties politicians to: "(D-Mass.)", "the Massachusetts senator".</summary>
internal sealed class StateTable
{
    private readonly FrozenDictionary<string, string> _states;

    private StateTable(Dictionary<string, string> states) =>
        _states = states.ToFrozenDictionary(StringComparer.Ordinal);

    public static StateTable Load()
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, line) in TableFile.Read("states.txt"))
        {
            var forms = line.Split(';', ',').Select(f => f.Trim()).ToList();
            foreach (var form in forms)
                states[form.TrimEnd('.')] = forms[0];
        }

        return new StateTable(states);
    }

    /// <param name="words">As written, with or without the last stop: "New York", "S.C".</param>
    public string? Find(string words) => _states.GetValueOrDefault(words.TrimEnd('.'));
}
