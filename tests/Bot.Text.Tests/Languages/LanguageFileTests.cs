using Bot.Text.Languages;

namespace Bot.Text.Tests.Languages;

/// <summary>The files of words are written by hand: what slips in there is found by nobody else.</summary>
public sealed class LanguageFileTests
{
    public static TheoryData<string> Tags => [.. Language.Tags];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_word_stands_once_under_a_heading_and_is_no_heading(string tag)
    {
        var language = Assert.IsType<Language>(Language.Find(tag));

        Assert.NotEmpty(language.Headings);
        Assert.All(
            language.Headings.Where(h => h != "irregular verbs"),
            heading =>
            {
                var words = language.Words(heading).ToList();
                Assert.DoesNotContain(words, w => w.Contains('[') || w.Contains(']'));
                Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
            }
        );
    }
}
