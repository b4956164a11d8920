using System.Globalization;
using System.Text;

namespace Bot.Text.Training.Names;

/// <summary>Says beside the weights where they come from, what they are worth and how to make them again.</summary>
internal sealed class ModelCard(LearningPlan plan)
{
    private readonly StringBuilder _weights = new();
    private readonly StringBuilder _scores = new();

    public void AddWeights(FileInfo file, int features) =>
        _weights.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {file.Name} | {features:N0} | {file.Length / 1000:N0} kB |"
        );

    public void AddScores(string file, IReadOnlyList<NameScore> scores) =>
        _scores.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {file} | {string.Join(" | ", scores.Select(s => s.F1.ToString("0.0", CultureInfo.InvariantCulture)))} |"
        );

    public void Write(string path) =>
        File.WriteAllText(
            path,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # What finds names

                Written by the verb that learns the weights; change it there. Two averaged perceptrons (Collins 2002) over
                hashed features: the first reads a text, the second reads it again and knows what the first made of the
                same words all over the text. No text of the corpora is in the weights.

                | weights | features | size |
                |---|---|---|
                {_weights}
                ## Learned from
                | corpus | file | licence | credit |
                |---|---|---|---|
                {Corpora()}
                Each is a gzipped file of lines `"doc", "tokens", "tags"` (B-PER, I-LOC, O). The texts are put together
                again and read as the program reads any text. Names of several words that the lists know are made
                whole, "Mumbai, India" is two places, and a text in three gets its first words again as a headline.

                ## Worth
                F1 by exact stretch and kind, of the tagger with the lists, before the rules that complete it by surnames,
                titles and headlines. None of these texts was learned from.

                | texts | person | place | organisation |
                |---|---|---|---|
                {_scores}
                Weak: nicknames of teams, brands that are surnames, schools and rooms inside longer names, spaces around
                hyphens. English alone; a name without a capital is not seen.

                ## Again

                    dotnet run -c Release --project src/Bot.Text.Training -- names --from CORPORA --to src/Bot.Text/Tagging/Learned/Resources --measure TEXTS

                {plan.Seeds} seeds of {plan.Epochs} epochs, dropout {plan.Dropout}, margin {plan.Margin}, features of {plan.LeastCount} tokens and more, votes by {plan.Folds} folds, mean
                weights under {plan.Smallest} left out. The same corpora and lists give the same weights, byte by byte.

                """
            )
        );

    private static string Corpora()
    {
        var rows = new StringBuilder();
        foreach (var data in DataSet.All)
            rows.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {data.Name} | {data.File} | {data.Licence} | {data.Credit} |"
            );
        return rows.ToString();
    }
}
