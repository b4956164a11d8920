using System.Globalization;
using System.Text;

namespace Bot.Text.Tests.Properties;

/// <summary>Texts of any length that are the worst of their kind: what a reader that looks back or ahead too far stumbles over.</summary>
internal static class HostileKinds
{
    /// <summary>The n-th piece of a text of each kind.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } =
        new Dictionary<string, Func<int, string>>(StringComparer.Ordinal)
        {
            ["plain news"] = n => $"The council met on Monday, and member {n % 50} said no. ",
            ["quotations alone"] = _ => "“It is so.” ",
            ["quotations and speakers"] = n => $"“It is so,” said {Name(n)}. ",
            ["quotations by nobody"] = n => $"“Word {n} is so,” he said. ",
            ["one sentence of quotations"] = n => $"“it is” and {Name(n)} said “so”, ",
            ["marks opened"] = _ => "“so ",
            ["marks of both kinds"] = _ => "“so ‘it ",
            ["straight marks"] = _ => "\"so ",
            ["apostrophes and quotations"] = _ => "''so'' “it” ",
            ["apostrophes"] = _ => "'tis o' the ",
            ["brackets"] = _ => "(so [it ",
            ["capitals"] = n => $"{Word(n).ToUpperInvariant()} ",
            ["capitalised words"] = n => $"{Word(n)} ",
            ["no full stop"] = n => $"{Word(n).ToLowerInvariant()} and ",
            ["one word"] = _ => "word",
            ["one word of marks"] = _ => "o'-",
            ["names"] = n => $"{Name(n)} met {Name(n + 7)}. ",
            ["names without verbs"] = n => $"{Name(n)}, ",
            ["one surname"] = n => $"{Word(n)} Smith spoke. ",
            ["one name"] = _ => "John Smith said he had seen him. ",
            ["pronouns"] = _ => "He said she told him that he was hers. ",
            ["descriptions"] = n => $"{Name(n)}, the minister of finance, said the minister knew the president. ",
            ["offices"] = _ => "President Minister Secretary of State Senator ",
            ["roles of one person"] = n => n == 0 ? "Ann Lee, a minister" : " and a minister",
            ["full names in capitals"] = _ => "Ann Lee Of Bonn ",
            ["cues"] = _ => "said told claimed ",
            ["cues and names"] = n => $"{Word(n)} said told {Word(n + 1)} claimed ",
            ["transcript"] = n => $"{Word(n % 9).ToUpperInvariant()}: It is so.\n\n",
            ["headings"] = n => $"The {Word(n)} Of It All\n\n",
            ["lines"] = n => $"{Word(n)}\n",
            ["list"] = n => $"{n}. {Word(n)}\n",
            ["full stops"] = _ => ". ",
            ["dots"] = _ => ".",
            ["abbreviations"] = _ => "U.S. Sen. J.B. ",
            ["hyphens"] = _ => "well-",
            ["bylines"] = n => $"By {Name(n)}\n\n",
            ["datelines"] = n => $"{Word(n).ToUpperInvariant()} (Reuters) - It is so.\n\n",
            ["accents"] = _ => "é\u0301\u0301 ",
            ["Chinese"] = _ => "今日は、「行く」。",
            ["emoji"] = _ => "👩‍👩‍👧",
            ["addresses"] = n => $"www.x{n}.example a@b",
            ["digits"] = n => $"{n}1,000.50",
        };

    /// <summary>At least so many characters, in whole pieces.</summary>
    public static string Write(string kind, int length)
    {
        var text = new StringBuilder();
        for (var n = 0; text.Length < length; n++)
            text.Append(All[kind](n));
        return text.ToString();
    }

    private static string Name(int n) => $"{Word(n * 31 + 5)} {Word(n * 17 + 3)}son";

    /// <summary>A made-up word with a capital, of letters alone.</summary>
    private static string Word(int n)
    {
        const string consonants = "bdfgklmnprst";
        const string vowels = "aeiou";
        var word = new StringBuilder();
        for (var rest = n + 60; rest > 0; rest /= 60)
            word.Append(consonants[rest % 12]).Append(vowels[rest / 12 % 5]);
        word[0] = char.ToUpper(word[0], CultureInfo.InvariantCulture);
        return word.ToString();
    }
}
