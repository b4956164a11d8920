using System.CommandLine;
using System.Globalization;
using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>
/// <c>stories</c>: counts in how many articles each term stands, and shows how well stories are told apart at each threshold.
/// </summary>
internal static class StoriesVerb
{
    private static readonly double[] Thresholds = [0, 1, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12];

    public static Command Create()
    {
        var background = new Option<FileInfo[]>("--background")
        {
            Description = "Articles to count terms in: JSON Lines with \"text\" or \"tokens\", also with gzip (.gz).",
            AllowMultipleArgumentsPerToken = true,
        }.AcceptExistingOnly();
        var to = new Option<DirectoryInfo?>("--to")
        {
            Description = "Where the counts go: src/Bot.Text/Stories/Resources. Without it nothing is written.",
        };
        var check = new Option<FileInfo?>("--check")
        {
            Description = "Articles with their \"story\", in order of time: shown beside, chosen by nothing.",
        };
        var verb = new Command("stories", "Count terms, and show what each threshold gives.") { background, to, check };
        verb.SetAction(parsed =>
        {
            var counts = parsed.GetValue(background) is { Length: > 0 } files
                ? TermCounter.Count(files.SelectMany(JsonArticles.Read))
                : BackgroundFrequencies.Instance;
            if (parsed.GetValue(to) is { } target)
                Write(counts, target);
            ShowThresholds(counts, parsed.GetValue(check));
            return 0;
        });
        return verb;
    }

    private static void Write(BackgroundFrequencies counts, DirectoryInfo target)
    {
        target.Create();
        using var file = File.Create(Path.Combine(target.FullName, "story-terms.counts.br"));
        counts.Write(file);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"story-terms: {counts.Count} terms of {counts.Articles} articles, {file.Length} bytes"
            )
        );
    }

    private static void ShowThresholds(BackgroundFrequencies counts, FileInfo? check)
    {
        var own = OwnArticles();
        var sets = new List<(string Name, IReadOnlyList<ReadLabelled> Articles)>
        {
            ("whole", ReadLabelled.All(own)),
            ("headlines", ReadLabelled.All(own.Select(a => a.Headline))),
        };
        if (check is not null)
            sets.Add((check.Name, ReadLabelled.All(JsonArticles.Read(check))));
        foreach (var (name, articles) in sets)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {articles.Count} articles, {articles.Select(a => a.Story).Distinct().Count()} stories"
                )
            );
        Console.WriteLine("threshold  " + string.Join("  ", sets.Select(s => $"{s.Name} P/R/F1 (stories)")));
        foreach (var threshold in Thresholds)
        {
            var weights = StoryWeights.Shipped with { Threshold = threshold };
            var row = sets.Select(s => Figures(s.Articles, weights, counts));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threshold, 9}  {string.Join("  ", row)}"));
        }
    }

    private static string Figures(
        IReadOnlyList<ReadLabelled> articles,
        StoryWeights weights,
        BackgroundFrequencies counts
    )
    {
        var pairs = Trial.Run(articles, weights, counts);
        var score = BCubed.Of(pairs);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{score.Precision:F1}/{score.Recall:F1}/{score.F1:F1} ({pairs.Select(p => p.Found).Distinct().Count()})"
        );
    }

    private static IReadOnlyList<LabelledArticle> OwnArticles()
    {
        using var stream = typeof(StoriesVerb).Assembly.GetManifestResourceStream("stories.txt")!; // the project embeds it
        using var reader = new StreamReader(stream);
        return HandMadeStories.Read(reader);
    }
}
