using System.CommandLine;
using System.Globalization;
using Bot.Text.Learning;
using Bot.Text.Quotations;

namespace Bot.Text.Training.Speakers;

/// <summary><c>speakers --from FILE --to FOLDER</c>: learns who says what from articles whose quotations have their speakers.</summary>
internal static class SpeakersVerb
{
    private const int Folds = 5;

    /// <summary>How often an example made by hand counts for one of an article.</summary>
    private const int TimesByHand = 3;

    public static Command Create()
    {
        var from = new Option<FileInfo>("--from")
        {
            Description = "PolNeAR-format JSON Lines, or the same with gzip (.gz).",
            Required = true,
        }.AcceptExistingOnly();
        var to = new Option<DirectoryInfo?>("--to")
        {
            Description = "Where the weights go: src/Bot.Text/Quotations/Resources. Without it nothing is written.",
        };
        var predictions = new Option<FileInfo?>("--predictions")
        {
            Description = "Where answers out of fold go, as JSON Lines; without it no folds are made.",
        };
        var verb = new Command("speakers", "Learn who says what.") { from, to, predictions };
        verb.SetAction(parsed =>
        {
            var articles = ReadArticles(parsed.GetValue(from)!);
            if (parsed.GetValue(predictions) is { } answers)
                Validate(articles, answers);
            if (parsed.GetValue(to) is { } target)
                Write(articles, target);
            return 0;
        });
        return verb;
    }

    private static List<ReadArticle> ReadArticles(FileInfo file) =>
        [.. GoldArticle.ReadAll(file).AsParallel().AsOrdered().Select(ReadArticle.Of)];

    private static void Validate(List<ReadArticle> articles, FileInfo answers)
    {
        var written = new string[articles.Count];
        var (rightPronouns, knownPronouns) = (0, 0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Learn(articles.Where((_, i) => i % Folds != fold));
            for (var i = fold; i < articles.Count; i += Folds)
                written[i] = Answers.Line(articles[i], weights);
            foreach (
                var (right, known) in articles
                    .Where((_, i) => i % Folds == fold)
                    .Select(a => a.Labels.PronounScore(weights.Pronouns))
            )
                (rightPronouns, knownPronouns) = (rightPronouns + right, knownPronouns + known);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"pronouns out of fold: {rightPronouns} of {knownPronouns} right"
            )
        );

        File.WriteAllLines(answers.FullName, written);
    }

    private static void Write(List<ReadArticle> articles, DirectoryInfo target)
    {
        target.Create();
        var weights = Learn(articles);
        Write("speakers", weights.Speakers, target);
        Write("pronouns", weights.Pronouns, target);
    }

    private static void Write(string name, Weights weights, DirectoryInfo target)
    {
        using var file = File.Create(Path.Combine(target.FullName, $"{name}.weights.br"));
        var used = weights.Write(file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {used} weights, {file.Length} bytes"));
    }

    private static SpeakerWeights Learn(IEnumerable<ReadArticle> articles)
    {
        List<ArticleLabels> labels = [.. articles.Select(a => a.Labels)];
        List<ArticleLabels> byHand = [.. HandMade.ReadAll().Select(a => ReadArticle.Of(a).Labels)];
        var trainer = new SoftmaxTrainer(pull: 0.03);
        var first = Weights.Of(trainer.Train(Examples(l => l.PronounExamples(null))));
        var pronouns = Weights.Of(trainer.Train(Examples(l => l.PronounExamples(first))));
        var speakers = new SoftmaxTrainer(pull: 0.02).Train(Examples(l => l.SpeakerExamples(pronouns)));
        return new SpeakerWeights(Weights.Of(speakers), pronouns);

        List<Example> Examples(Func<ArticleLabels, IEnumerable<Example>> of) =>
            [.. labels.SelectMany(of), .. byHand.SelectMany(of).SelectMany(e => Enumerable.Repeat(e, TimesByHand))];
    }
}
