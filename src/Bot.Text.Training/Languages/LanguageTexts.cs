using System.Text;

namespace Bot.Text.Training.Languages;

/// <summary>Running text of many languages out of a folder that Debian packages were unpacked in.</summary>
internal sealed class LanguageTexts
{
    /// <summary>As much of a language as is learned from, in characters.</summary>
    private const int Most = 800_000;

    /// <summary>
    /// What is written for readers, told again until it is so much of all: were it more in one of two near languages, whatever
    /// reads like news would be taken for that one.
    /// </summary>
    private const double ProseShare = 0.5;

    /// <summary>A link lends a language its neighbour's pages: Debian shows Slovaks the Czech help.</summary>
    private static readonly EnumerationOptions OwnFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>A line of fewer letters is a label.</summary>
    private const int FewestLetters = 20;

    private static readonly HashSet<string> EnglishWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "the",
        "of",
        "and",
        "is",
        "this",
        "with",
        "for",
        "that",
        "are",
        "be",
        "you",
        "or",
        "not",
    };

    private readonly Dictionary<string, HashSet<string>> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _prose = new(StringComparer.Ordinal);

    /// <summary>The text of each language by its tag, its lines in an order that the seed tells.</summary>
    public static IReadOnlyDictionary<string, string> Read(DirectoryInfo from, LanguageTable table, int seed)
    {
        var texts = new LanguageTexts();
        foreach (var file in Directory.EnumerateFiles(from.FullName, "*", OwnFiles).Order(StringComparer.Ordinal))
            texts.Take(file, Path.GetRelativePath(from.FullName, file).Split(Path.DirectorySeparatorChar), table);
        return texts
            ._messages.Keys.Union(texts._prose.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToDictionary(l => l, l => texts.Text(l, new Random(seed)), StringComparer.Ordinal);
    }

    private void Take(string file, string[] path, LanguageTable table)
    {
        switch (Path.GetExtension(file))
        {
            case ".mo" when path is [.., var folder, "LC_MESSAGES", _]:
                var language = table.TagOf(folder);
                foreach (var (english, translated) in Catalogue.Read(file))
                {
                    if (folder == "de")
                        Add(_messages, "en", PlainLines.OfMessage(english).Split('\n'));
                    if (translated != english)
                        Add(_messages, language, PlainLines.OfMessage(translated).Split('\n'));
                }

                break;
            case ".gz" when path is [.., "man", var folder, _, _]:
                Add(_messages, table.TagOf(folder), PlainLines.OfManual(file));
                break;
            case ".gz" when path is [.., "man", _, _]:
                Add(_messages, "en", PlainLines.OfManual(file));
                break;
            case ".conllu":
                Add(_prose, table.TagOf(Path.GetFileNameWithoutExtension(file)), PlainLines.OfTreebank(file));
                break;
            case ".html"
                when Array.IndexOf(path, "help") is var help and > 0
                    && help + 2 < path.Length
                    && path[help + 2] == "text":
                Add(_messages, table.TagOf(path[help + 1]), PlainLines.OfPage(file));
                break;
        }
    }

    private static void Add(Dictionary<string, HashSet<string>> texts, string language, IEnumerable<string> lines)
    {
        if (!texts.TryGetValue(language, out var known))
            texts[language] = known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Count(char.IsLetter) >= FewestLetters && (language == "en" || !IsEnglish(line)))
                known.Add(line.Trim());
        }
    }

    /// <summary>Translations are seldom whole; what is left is English.</summary>
    private static bool IsEnglish(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(EnglishWords.Contains) * 8 > words.Length;
    }

    /// <summary>What people wrote for people comes first, what programs say fills the rest.</summary>
    private string Text(string language, Random random)
    {
        var text = new StringBuilder();
        var prose = Shuffled(_prose, language, random);
        while (prose.Length > 0 && text.Length < Most * ProseShare)
            text.AppendJoin('\n', prose).Append('\n');
        foreach (var line in Shuffled(_messages, language, random))
        {
            if (text.Length >= Most)
                break;
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Shuffled(Dictionary<string, HashSet<string>> texts, string language, Random random)
    {
        string[] lines = texts.TryGetValue(language, out var known) ? [.. known.Order(StringComparer.Ordinal)] : [];
        random.Shuffle(lines);
        return lines;
    }
}
