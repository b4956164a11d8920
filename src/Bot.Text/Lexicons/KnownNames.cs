using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Letters;
using Bot.Text.Names;
using Bot.Text.Spans;

namespace Bot.Text.Lexicons;

/// <summary>Names of one or several words that the lists know: countries, capitals, regions, organisations, cities.</summary>
internal sealed class KnownNames
{
    public const int LongestInWords = 7;

    private readonly LetterTable<KnownName> _names;
    private readonly LetterTable<string> _countryOf;
    private readonly PackedList _places;

    private KnownNames(Dictionary<string, KnownName> names, Dictionary<string, string> countryOf, PackedList places)
    {
        _names = new LetterTable<KnownName>(names);
        _countryOf = new LetterTable<string>(countryOf);
        _places = places;
        FirstWords = names
            .Keys.Select(k => k.Split(' ')[0])
            .Select(w => Folding.Fold(w))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The folded words that a name of the hand-made tables begins with.</summary>
    public FrozenSet<string> FirstWords { get; }

    public static KnownNames Load(PackedList places)
    {
        var names = new Dictionary<string, KnownName>(StringComparer.Ordinal);
        var countryOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, line) in TableFile.Read("organisations.txt"))
        {
            var forms = line.Split(';', ',').Select(f => f.Trim()).Where(f => f.Length > 0).ToList();
            foreach (var form in forms)
                names.TryAdd(Key(form), new KnownName(EntityType.Organisation, forms[0], KnownName.HandMade));
        }

        foreach (var (_, line) in TableFile.Read("countries.txt"))
        {
            var parts = line.Split('|');
            var forms = parts[0].Split(';', ',').Select(f => f.Trim()).Where(f => f.Length > 0).ToList();
            foreach (var form in forms)
            {
                names.TryAdd(Key(form), new KnownName(EntityType.Place, forms[0], 9));
                countryOf.TryAdd(Key(form), forms[0]);
            }

            foreach (var demonym in parts[1].Split(',').Select(d => d.Trim()).Where(d => d.Length > 0))
                countryOf.TryAdd(Folding.Fold(demonym), forms[0]);
            foreach (var seat in parts[2].Split(',').Select(d => d.Trim()).Where(d => d.Length > 0))
            {
                names.TryAdd(Key(seat), new KnownName(EntityType.Place, seat, KnownName.HandMade));
                countryOf.TryAdd(Key(seat), forms[0]);
            }
        }

        foreach (var (_, line) in TableFile.Read("states.txt").Where(l => l.Section == "states"))
        {
            var forms = StateTable.FormsIn(line);
            foreach (var form in forms.Where(f => !StateTable.IsCode(f)))
                names.TryAdd(Key(form), new KnownName(EntityType.Place, forms[0], KnownName.HandMade));
        }

        foreach (var (_, line) in TableFile.Read("regions.txt"))
        {
            foreach (var region in line.Split(',').Select(r => r.Trim()).Where(r => r.Length > 0))
                names.TryAdd(Key(region), new KnownName(EntityType.Place, region, KnownName.HandMade));
        }

        return new KnownNames(names, countryOf, places);
    }

    /// <param name="name">Words joined by single blanks; folded, save that a word in capitals keeps them.</param>
    public KnownName? Find(ReadOnlySpan<char> name)
    {
        if (_names.TryGetValue(name, out var known))
            return known;
        if (!_places.TryFind(name, out var power))
            return null;
        return new KnownName(EntityType.Place, name.ToString(), PowerOf(power));
    }

    /// <summary>As <see cref="Find"/>, without the name itself.</summary>
    public (EntityType Type, int Power)? KindOf(ReadOnlySpan<char> name)
    {
        if (_names.TryGetValue(name, out var known))
            return (known.Type, known.Power);
        if (!_places.TryFind(name, out var power))
            return null;
        return (EntityType.Place, PowerOf(power));
    }

    /// <param name="word">A folded demonym, or a name's key.</param>
    /// <returns>The country that a demonym, a country's name or a capital stands for.</returns>
    public string? CountryOf(ReadOnlySpan<char> word) => _countryOf.TryGetValue(word, out var country) ? country : null;

    private static int PowerOf(ReadOnlySpan<char> value) => value is "g" ? 6 : value[0] - '0';

    /// <summary>Short names in capitals are told from words ("US" from "us", "WHO" from "who"), so they keep their case.</summary>
    public static string Key(ReadOnlySpan<char> name) => IsAcronym(name) ? name.ToString() : Folding.Fold(name);

    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 12 || word.Contains(' '))
            return false;
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                capitals++;
        }

        return capitals >= 2;
    }
}
