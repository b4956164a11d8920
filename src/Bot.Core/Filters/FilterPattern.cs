using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Filters;

/// <summary>A pattern that somebody typed between slashes, read so that no pattern and no text can hold the desk up.</summary>
public static partial class FilterPattern
{
    /// <summary>UTF-16 units between the slashes.</summary>
    public const int Longest = 200;

    /// <summary>A count multiplies what stands under it, and one in another multiplies again: so large is the product at the most.</summary>
    public const int MostRepeats = 1000;

    /// <summary>For a text; real time, so that a machine that is busy for a moment does not make a filter miss.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(500);

    public static bool IsOne(string typed) => typed is ['/', _, .., '/'];

    /// <param name="typed">"/strike|walkout/", with its slashes.</param>
    public static PatternReading Read(string typed)
    {
        var pattern = typed[1..^1];
        if (pattern.Length > Longest)
            return new PatternReading.Wrong(PatternFault.TooLong);
        if (Repeats(pattern) > MostRepeats)
            return new PatternReading.Wrong(PatternFault.TooMuch);
        try
        {
            var read = new Regex(
                pattern,
                RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                Deadline
            );
            return read.IsMatch("")
                ? new PatternReading.Wrong(PatternFault.FitsAll)
                : new PatternReading.Understood(read);
        }
        catch (RegexParseException broken)
        {
            return new PatternReading.Wrong(PatternFault.Broken) { Letter = Math.Min(broken.Offset, pattern.Length) };
        }
        catch (NotSupportedException)
        {
            // Whoever reads without going back has no eyes behind or ahead.
            return new PatternReading.Wrong(PatternFault.LooksAround);
        }
    }

    private static double Repeats(string pattern) =>
        Counts()
            .Matches(pattern)
            .Select(m => m.Groups["most"] is { Length: > 0 } most ? most.Value : m.Groups["least"].Value)
            .Aggregate(1.0, (product, n) => product * Math.Max(1, double.Parse(n, CultureInfo.InvariantCulture)));

    [GeneratedRegex(
        @"\{(?<least>[0-9]+)(,(?<most>[0-9]*))?\}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Counts();
}

/// <summary>What a pattern was read as.</summary>
public abstract record PatternReading
{
    public sealed record Understood(Regex Pattern) : PatternReading;

    public sealed record Wrong(PatternFault Fault) : PatternReading
    {
        /// <summary>How many letters of it are read when it breaks; of a broken one alone.</summary>
        public int Letter { get; init; }
    }
}

public enum PatternFault
{
    Broken,

    /// <summary>It looks ahead or behind, or back at what it has read.</summary>
    LooksAround,
    TooLong,

    /// <summary>Its counts multiply to more than <see cref="FilterPattern.MostRepeats"/>.</summary>
    TooMuch,

    /// <summary>It fits where there is nothing, and so everywhere.</summary>
    FitsAll,
}
