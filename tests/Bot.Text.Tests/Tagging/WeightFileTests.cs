using Bot.Text.Tagging.Learned;
using CsCheck;

namespace Bot.Text.Tests.Tagging;

public sealed class WeightFileTests
{
    private static readonly Gen<short> Weight = Gen.Frequency((3, Gen.Const((short)0)), (1, Gen.Short));

    [Fact]
    public void Weights_are_read_as_they_were_written() =>
        Gen.Select(
                Gen.UInt.Array[0, 30].Select(keys => keys.Distinct().Order().ToArray()),
                Weight.Array[NameLabel.Lanes * 30],
                Weight.Array[NameLabel.Lanes * NameLabel.Lanes]
            )
            .Sample(
                (keys, weights, transitions) =>
                {
                    var rows = weights[..(keys.Length * NameLabel.Lanes)];
                    var file = new MemoryStream();

                    WeightFile.Write(file, keys, rows, transitions);
                    file.Position = 0;
                    var read = WeightFile.Read(file);

                    Assert.Equal(keys, read.Keys);
                    Assert.Equal(rows, read.Rows);
                    Assert.Equal(transitions, read.Transitions);
                }
            );
}
