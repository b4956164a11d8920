using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Bot.Text.Tagging.Learned;

namespace Bot.Text.Training.Names;

/// <summary><c>names --from FOLDER --to FOLDER</c>: learns the weights that names are found by.</summary>
internal static class NamesVerb
{
    public static Command Create()
    {
        var from = new Option<DirectoryInfo>("--from")
        {
            Description = "Folder with the corpora, as the model card lists them.",
            Required = true,
        }.AcceptExistingOnly();
        var to = new Option<DirectoryInfo>("--to")
        {
            Description = "Where the weights go: src/Bot.Text/Tagging/Learned/Resources.",
            Required = true,
        };
        var measure = new Option<FileInfo[]>("--measure")
        {
            Description = "Texts with their names, none of them learned from, that the weights are measured on.",
            AllowMultipleArgumentsPerToken = true,
        }.AcceptExistingOnly();
        var seeds = new Option<int>("--seeds")
        {
            Description = "How many times the weights are learned, each time in another order; the mean is kept.",
            DefaultValueFactory = _ => new LearningPlan().Seeds,
        };
        var epochs = new Option<int>("--epochs")
        {
            Description = "How many times each learning reads all texts.",
            DefaultValueFactory = _ => new LearningPlan().Epochs,
        };
        var smallest = new Option<float>("--smallest")
        {
            Description = "Mean weights under it are left out.",
            DefaultValueFactory = _ => new LearningPlan().Smallest,
        };
        var verb = new Command("names", "Learn to find persons, places and organisations.")
        {
            from,
            to,
            measure,
            seeds,
            epochs,
            smallest,
        };
        verb.SetAction(parsed =>
        {
            var plan = new LearningPlan
            {
                Seeds = parsed.GetValue(seeds),
                Epochs = parsed.GetValue(epochs),
                Smallest = parsed.GetValue(smallest),
            };
            Run(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(measure) ?? [], plan);
            return 0;
        });
        return verb;
    }

    private static void Run(DirectoryInfo from, DirectoryInfo to, FileInfo[] measure, LearningPlan plan)
    {
        var texts = DataSet
            .All.SelectMany(d => MarkedText.ReadTokens(Path.Combine(from.FullName, d.File), d.IsLineDocument))
            .Select(t => new LabelledText(t, mends: true))
            .ToList();
        var (first, second) = new NameLearner(texts, plan).Learn();
        to.Create();
        var card = new ModelCard(plan);
        var tagger = new NameTagger(
            Write(Path.Combine(to.FullName, "names-1.br"), first, card),
            Write(Path.Combine(to.FullName, "names-2.br"), second, card)
        );
        foreach (var file in measure)
        {
            var scores = NameScore.Measure(
                tagger,
                MarkedText.ReadWhole(file.FullName).Select(t => new LabelledText(t, mends: false))
            );
            card.AddScores(file.Name, scores);
            foreach (var score in scores)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{file.Name}: {score.Type} {score.F1:0.0} ({score.Right} of {score.Found} found, {score.Gold} there)"
                    )
                );
        }

        card.Write(Path.Combine(to.FullName, "README.md"));
    }

    /// <returns>The weights as the program will read them.</returns>
    private static WeightTable Write(string path, LearnedWeights weights, ModelCard card)
    {
        using (var file = File.Create(path))
        using (var packed = new BrotliStream(file, CompressionLevel.SmallestSize))
        using (var buffer = new BufferedStream(packed, 1 << 16))
            WeightFile.Write(buffer, weights.Keys, weights.Rows, weights.Transitions);
        card.AddWeights(new FileInfo(path), weights.Keys.Length);
        using var written = File.OpenRead(path);
        return WeightTable.Read(written);
    }
}
