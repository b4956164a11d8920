using Bot.Text.Languages;

namespace Bot.Text.Tests.Languages;

/// <summary>The files of words are written by hand: what slips in there is found by nobody else.</summary>
public sealed class LanguageFileTests
{
    private static readonly ILookup<string, string> Headings = TableFile
        .ReadFolder("language.")
        .SelectMany(f => f.Lines, (file, line) => (file.Name, line.Section))
        .Distinct()
        .ToLookup(h => h.Name, h => h.Section, StringComparer.Ordinal);

    public static TheoryData<string> Tags => [.. Headings.Select(h => h.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_word_stands_once_under_a_heading_and_is_no_heading(string tag)
    {
        var language = Assert.IsType<Language>(Language.Find(tag));

        Assert.All(
            Headings[tag].Where(h => h != "irregular verbs"),
            heading =>
            {
                var words = language.Words(heading).ToList();
                Assert.DoesNotContain(words, w => w.Contains('[') || w.Contains(']'));
                Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
            }
        );
    }
}
