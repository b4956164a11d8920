using System.Runtime.Intrinsics;

namespace Bot.Text.Tagging.Learned;

/// <summary>Scores of a token's labels in both readings: what the first goes by, the second goes by too.</summary>
internal readonly record struct LabelScores(Vector256<short> First, Vector256<short> Second)
{
    public static LabelScores operator +(in LabelScores some, in LabelScores more) =>
        new(Vector256.AddSaturate(some.First, more.First), Vector256.AddSaturate(some.Second, more.Second));
}
