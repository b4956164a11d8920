using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>
/// The surname of a full name of the text is that person wherever it stands alone, whatever its place made of it: "Lund"
/// is nobody's town where the text has "Ann Lund".
/// </summary>
internal static class BareNames
{
    public static void Complete(NameText text, NameKeys keys, List<Candidate> candidates)
    {
        var owners = OwnersOf(text, candidates);
        if (owners.Count == 0)
            return;
        var taken = new bool[text.Tokens.Count];
        for (var c = 0; c < candidates.Count; c++)
        {
            var name = candidates[c];
            taken.AsSpan(name.TitleFirst, name.End - name.TitleFirst).Fill(value: true);
            if (name.Length == 1 && name.Type != EntityType.Person && IsOwned(name.Key, name.Known, owners))
                candidates[c] = name with { Type = EntityType.Person, Known = null };
        }

        for (var p = 0; p < text.Passages.Count; p++)
        {
            var passage = text.Passages[p];
            if (!passage.HasPlainCase)
                continue;
            for (var i = passage.First; i < passage.End; i++)
            {
                if (!text.Tokens[i].IsWord || !text.Tokens[i].Form.IsCapital)
                    continue;
                if (!taken[i] && owners.Contains(text.Tokens[i].Form.Key) && StandsAlone(text, passage, taken, i))
                    candidates.Add(new Candidate(p, i, i + 1, i, keys.KeyOf(i, i + 1), EntityType.Person, Known: null));
            }
        }
    }

    /// <summary>A country, a region or a well-known body keeps its name: "Jordan" beside "Ann Jordan" is left to its place.</summary>
    private static bool IsOwned(string key, KnownName? known, HashSet<string> owners) =>
        owners.Contains(key) && known is not { Power: >= KnownName.HandMade };

    /// <summary>Surnames, and the first words of names that begin with no given name: "Li Keqiang" is "Li".</summary>
    private static HashSet<string> OwnersOf(NameText text, List<Candidate> candidates)
    {
        var owners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in candidates.Where(c => c.Type == EntityType.Person && c.Length > 1))
        {
            var last = name.End - 1;
            while (last > name.First && text.Tokens[last].Form.Has(WordTraits.Suffix))
                last--;
            Own(text.Tokens[last].Form);
            if (name.Length is 2 or 3 && !text.Tokens[name.First].Form.Has(WordTraits.GivenName))
                Own(text.Tokens[name.First].Form);
        }

        return owners;

        void Own(WordForm form)
        {
            if (form.IsCapital && !form.IsInitial && form.Text.Length > 1)
                owners.Add(form.Key);
        }
    }

    /// <summary>Whether a word with a capital is no part of a longer run of them.</summary>
    private static bool StandsAlone(NameText text, Passage passage, bool[] taken, int i)
    {
        var form = text.Tokens[i].Form;
        if (form.Has(WordTraits.Common | WordTraits.Function) && (i == passage.First || form.Cases.LowerCase > 0))
            return false;
        return !IsCapital(i - 1) && !IsCapital(i + 1);

        bool IsCapital(int n) =>
            n >= passage.First
            && n < passage.End
            && !taken[n]
            && text.Tokens[n].IsWord
            && text.Tokens[n].Form.IsCapital
            && n != passage.First;
    }
}
