namespace Bot.Text.Languages;

/// <summary>As much of a text as its language is told by: all of a short one, six stretches all over a long one.</summary>
internal static class LanguageSample
{
    private const int LongestWhole = 1200;
    private const int Stretches = 6;
    private const int StretchLength = LongestWhole / Stretches;

    /// <summary>The stretches one after the other, in the text's order; the very text where it is short.</summary>
    public static string Of(string text)
    {
        if (text.Length <= LongestWhole)
            return text;
        return string.Create(
            LongestWhole + Stretches,
            text,
            (sample, whole) =>
            {
                for (var i = 0; i < Stretches; i++)
                {
                    var start = (int)((long)(whole.Length - StretchLength) * i / (Stretches - 1));
                    whole.AsSpan(start, StretchLength).CopyTo(sample[(i * (StretchLength + 1))..]);
                    sample[i * (StretchLength + 1) + StretchLength] = ' ';
                }
            }
        );
    }
}
