namespace Bot.Core.Feeds.Dates;

internal enum DayHalf
{
    None,
    Morning,
    Afternoon,
}

/// <summary>"am" and "pm" as languages have them.</summary>
internal static class DayHalves
{
    public static readonly (string Name, DayHalf Half)[] Names =
    [
        ("a.m.", DayHalf.Morning),
        ("p.m.", DayHalf.Afternoon),
        ("am", DayHalf.Morning),
        ("pm", DayHalf.Afternoon),
        ("오전", DayHalf.Morning),
        ("오후", DayHalf.Afternoon),
        ("上午", DayHalf.Morning),
        ("下午", DayHalf.Afternoon),
        ("午前", DayHalf.Morning),
        ("午後", DayHalf.Afternoon),
        ("πμ", DayHalf.Morning),
        ("μμ", DayHalf.Afternoon),
        ("π.μ.", DayHalf.Morning),
        ("μ.μ.", DayHalf.Afternoon),
    ];

    public static DayHalf Find(ReadOnlySpan<char> word)
    {
        foreach (var (name, half) in Names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                return half;
        }

        return DayHalf.None;
    }
}
