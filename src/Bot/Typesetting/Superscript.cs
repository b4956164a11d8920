namespace Bot.Typesetting;

/// <summary>The smallest numbers that plain text has: a sentence's place is there for who looks for it.</summary>
internal static class Superscript
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Of(int number) =>
        number < 0 ? $"⁻{Of(-number)}" : string.Concat($"{number}".Select(d => Digits[d - '0']));
}
