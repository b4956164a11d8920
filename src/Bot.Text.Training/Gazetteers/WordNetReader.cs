using System.Globalization;

namespace Bot.Text.Training.Gazetteers;

/// <summary>What WordNet tells of single English words in small letters, and its proper names of places.</summary>
/// <param name="CommonWords">Word to "p" where its first noun sense is a person, "g" a group, "v" where it is a verb, "a" an adjective.</param>
internal sealed record WordNet(IReadOnlyDictionary<string, string> CommonWords, IReadOnlySet<string> Places);

/// <summary>Reads WordNet's database files (wndb(5WN)).</summary>
internal static class WordNetReader
{
    private const int Group = 14;
    private const int Location = 15;
    private const int NaturalObject = 17;
    private const int Person = 18;

    public static WordNet Read(string folder)
    {
        var common = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var places = new HashSet<string>(StringComparer.Ordinal);
        var fileOfSense = new Dictionary<int, int>();
        foreach (var part in (string[])["noun", "verb", "adj", "adv"])
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "data." + part)).Where(l => l[0] != ' '))
            {
                var fields = line.Split(' ', 80);
                var lexicalFile = int.Parse(fields[1], CultureInfo.InvariantCulture);
                if (part == "noun")
                    fileOfSense[int.Parse(fields[0], CultureInfo.InvariantCulture)] = lexicalFile;
                var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                foreach (var word in Enumerable.Range(0, count).Select(i => fields.ElementAtOrDefault(4 + 2 * i)))
                    Take(word, lexicalFile, line);
            }
        }

        Mark(Path.Combine(folder, "index.noun"), FirstSense);
        Mark(Path.Combine(folder, "index.verb"), _ => "v");
        Mark(Path.Combine(folder, "index.adj"), _ => "a");
        return new WordNet(common, places);

        void Take(string? lemma, int lexicalFile, string line)
        {
            if (lemma is null)
                return;
            var mark = lemma.IndexOf('(', StringComparison.Ordinal);
            lemma = mark < 0 ? lemma : lemma[..mark];
            if (lemma.Length > 1 && lemma.All(c => char.IsAsciiLetterLower(c) || c == '-'))
                common.TryAdd(lemma, "");
            // An instance ("@i") is one place, and not a kind of place.
            else if (
                char.IsUpper(lemma[0])
                && lexicalFile is Location or NaturalObject
                && line.Contains(" @i ", StringComparison.Ordinal)
                && lemma.All(c => char.IsLetter(c) || c is '_' or '-')
            )
                places.Add(lemma.Replace('_', ' '));
        }

        void Mark(string index, Func<string[], string> value)
        {
            foreach (var line in File.ReadLines(index).Where(l => l[0] != ' '))
            {
                var fields = line.TrimEnd().Split(' ');
                if (common.TryGetValue(fields[0], out var old))
                    common[fields[0]] = old + value(fields);
            }
        }

        string FirstSense(string[] fields)
        {
            // lemma pos synset_cnt p_cnt [ptr...] sense_cnt tagsense_cnt offset...
            var senses = int.Parse(fields[2], CultureInfo.InvariantCulture);
            var first = int.Parse(fields[^senses], CultureInfo.InvariantCulture);
            return fileOfSense[first] switch
            {
                Person => "p",
                Group => "g",
                _ => "n",
            };
        }
    }
}
