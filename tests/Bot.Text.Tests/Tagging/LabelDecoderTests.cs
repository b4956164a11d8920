using Bot.Text.Tagging.Learned;
using CsCheck;

namespace Bot.Text.Tests.Tagging;

public sealed class LabelDecoderTests
{
    private static readonly Gen<short[]> Scores = Gen.Short[-500, 500]
        .Array[NameLabel.Lanes]
        .Array[1, 40]
        .Select(rows => rows.SelectMany(r => r).ToArray());

    [Fact]
    public void Whatever_the_scores_a_name_that_begins_goes_on_and_ends_in_its_kind() =>
        Scores.Sample(scores =>
        {
            var labels = Decode(scores);

            var before = NameLabel.None;
            foreach (var label in labels.Append((byte)NameLabel.None))
            {
                Assert.True(NameLabel.Follows(before, label), $"{before} before {label}");
                before = label;
            }
        });

    [Fact]
    public void The_best_single_labels_are_taken_where_they_fit_together()
    {
        var scores = new short[3 * NameLabel.Lanes];
        scores[NameLabel.Of(Names.EntityType.Person, NameLabel.First)] = 10;
        scores[NameLabel.Lanes + NameLabel.Of(Names.EntityType.Person, NameLabel.Last)] = 10;
        scores[2 * NameLabel.Lanes] = 10;

        var labels = Decode(scores);

        Assert.Equal([1, 3, 0], labels);
    }

    private static byte[] Decode(short[] scores)
    {
        var labels = new byte[scores.Length / NameLabel.Lanes];
        new LabelDecoder(new short[NameLabel.Lanes * NameLabel.Lanes]).Decode(scores, labels);
        return labels;
    }
}
