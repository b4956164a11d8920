using System.Globalization;
using Bot.Text.Stories;

namespace Bot.Text.Tests.Stories;

/// <summary>Makes news without end: invented events, each told by several papers with words of its own and words of all news.</summary>
internal static class Wire
{
    private const int ArticlesOfEvent = 5;

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Always the same.</summary>
    public static IEnumerable<StoryArticle> Run(int articles)
    {
        var chance = new Random(1);
        for (var i = 0; i < articles; i++)
        {
            var happening = i / ArticlesOfEvent;
            var own = new Random(happening);
            var (town, thing, person) = (Name(own), Word(own), Name(own));
            string[] sentences =
            [
                $"The {Word(own)} {thing} of {town} {Word(own)} {Word(own)} {Word(own)} after {chance.Next(2, 90)} hours.",
                $"{person} said that {Word(own)} {Word(own)} {Word(own)} the {thing}.",
                $"People of {town} {Word(own)} {Word(own)} {Word(own)} since {chance.Next(1900, 2020)}.",
            ];
            chance.Shuffle(sentences);
            yield return new StoryArticle(
                i.ToString(CultureInfo.InvariantCulture),
                $"{person} wants {thing} in {town}",
                string.Join(' ', sentences),
                $"Paper {i % ArticlesOfEvent}",
                Start + TimeSpan.FromMinutes(10 * i)
            );
        }
    }

    private static string Name(Random chance)
    {
        var word = Word(chance);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Word(Random chance)
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        return string.Concat(
            Enumerable.Range(0, 4).Select(_ => $"{Consonants[chance.Next(14)]}{Vowels[chance.Next(5)]}")
        );
    }
}
