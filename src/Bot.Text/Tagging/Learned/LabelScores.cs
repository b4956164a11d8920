using System.Runtime.Intrinsics;

namespace Bot.Text.Tagging.Learned;

/// <summary>Scores of a token's labels in both readings, the first's below the second's: what the first goes by, the second goes by too.</summary>
internal readonly record struct LabelScores(Vector512<short> Both)
{
    public Vector256<short> First => Both.GetLower();

    public Vector256<short> Second => Both.GetUpper();

    public static LabelScores operator +(in LabelScores some, in LabelScores more) =>
        new(Vector512.AddSaturate(some.Both, more.Both));
}
