using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Spans;

namespace Bot.Text.Lexicons;

/// <summary>The hand-made word lists as traits of folded words.</summary>
internal static class WordTable
{
    public static FrozenDictionary<string, WordTraits> Load()
    {
        var table = new Dictionary<string, WordTraits>(StringComparer.Ordinal);
        foreach (var resource in (string[])["words.txt", "titles.txt"])
        {
            foreach (var (section, line) in TableFile.Read(resource))
            {
                var traits = TraitsOf(section);
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var key = Folding.Fold(word);
                    table[key] = table.GetValueOrDefault(key) | traits;
                }
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static WordTraits TraitsOf(string section) =>
        section switch
        {
            "weekdays" => WordTraits.Weekday,
            "months" => WordTraits.Month,
            "function" => WordTraits.Function,
            "place prepositions" => WordTraits.PlacePreposition,
            "place nouns before" => WordTraits.PlaceNoun,
            "speech" => WordTraits.Speech,
            "person verbs" => WordTraits.PersonVerb,
            "suffixes" => WordTraits.Suffix,
            "particles" => WordTraits.Particle,
            "organisation endings" => WordTraits.OrganisationEnding,
            "organisation heads before of" => WordTraits.OrganisationHead,
            "place endings" => WordTraits.PlaceEnding,
            "place starts" => WordTraits.PlaceStart,
            "place heads before of" => WordTraits.PlaceHead,
            "relations female" => WordTraits.Relation | WordTraits.PersonNoun | WordTraits.Female,
            "relations male" => WordTraits.Relation | WordTraits.PersonNoun | WordTraits.Male,
            "person nouns" => WordTraits.PersonNoun | WordTraits.Noun | WordTraits.Common,
            "thing endings" => WordTraits.ThingEnding,
            "famous" => WordTraits.Famous,
            "nobody" => WordTraits.Nobody,
            "honorifics male" => WordTraits.Honorific | WordTraits.Male,
            "honorifics female" => WordTraits.Honorific | WordTraits.Female,
            "honorifics" => WordTraits.Honorific,
            "ranks" => WordTraits.Rank,
            "offices" => WordTraits.Office,
            "parts of offices" => WordTraits.OfficePart,
            "gendered heads male" => WordTraits.PersonNoun | WordTraits.Male,
            "gendered heads female" => WordTraits.PersonNoun | WordTraits.Female,
            _ => throw new InvalidDataException($"no such section: {section}"),
        };
}
