using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Spans;

namespace Bot.Text.Lexicons;

/// <summary>Which given names are short for, or another spelling of, which.</summary>
internal sealed class NicknameTable
{
    private readonly FrozenDictionary<string, string[]> _families;

    private NicknameTable(Dictionary<string, List<string>> families) =>
        _families = families.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);

    public static NicknameTable Load()
    {
        var families = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (_, line) in TableFile.Read("nicknames.txt"))
        {
            var names = line.Split(' ').Select(n => Folding.Fold(n)).ToList();
            foreach (var name in names)
            {
                if (!families.TryGetValue(name, out var family))
                    families[name] = family = [];
                family.Add(names[0]);
            }
        }

        return new NicknameTable(families);
    }

    /// <summary>Whether one person may go by both folded given names: the same, one family, or an initial of the other.</summary>
    public bool MayBeOne(string first, string second)
    {
        if (first == second)
            return true;
        if (IsInitialOf(first, second) || IsInitialOf(second, first))
            return true;
        return _families.TryGetValue(first, out var some)
            && _families.TryGetValue(second, out var others)
            && some.AsSpan().IndexOfAny(others) >= 0;
    }

    private static bool IsInitialOf(string initial, string name) =>
        initial.Length is 1 or 2 && name.StartsWith(initial[0]) && (initial.Length == 1 || initial[1] == '.');
}
