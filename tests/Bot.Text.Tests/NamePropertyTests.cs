using System.Text;
using Bot.Text.Names;
using CsCheck;

namespace Bot.Text.Tests;

/// <summary>What holds for the names of any text, sound or hostile.</summary>
public sealed class NamePropertyTests
{
    private static readonly string[] Pieces =
    [
        "Ann Lee",
        "Lee",
        "President",
        "Mr.",
        "of",
        "and",
        "the",
        "The",
        "U.S.",
        "Ukraine",
        "’s",
        "'s",
        "he",
        "his",
        "she",
        "her",
        "leader",
        "Russian",
        "said",
        "“",
        "”",
        "\"",
        ",",
        ".",
        "(",
        ")",
        "WHO",
        "World Health Organization",
        "van der",
        "Jr.",
        "-",
        "–",
        "Bank",
        "University",
        "Monday",
        "\n\n",
        "É",
        "é\u0301",
        "😀",
        "\ud83d",
        "J.B.",
        "&",
        "45",
        "Kyiv",
        "King",
        "De",
        "al-",
        "Hillary",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1]
        .Select(i => Pieces[i])
        .Array[0, 60]
        .Select(Gen.Bool.Array[60], (words, blanks) => Join(words, blanks));

    [Fact]
    public void Every_mention_and_role_lies_inside_the_text_and_is_not_empty() =>
        Text.Sample(text =>
        {
            foreach (var entity in TextAnalyzer.Analyze(text).Entities)
            {
                Assert.NotEmpty(entity.Mentions);
                Assert.All(
                    entity.Mentions.Select(m => m.Span).Concat(entity.Roles),
                    s => Assert.True(s.Start >= 0 && s.Length > 0 && s.End <= text.Length)
                );
            }
        });

    [Fact]
    public void No_two_mentions_overlap_and_ids_count_from_one() =>
        Text.Sample(text =>
        {
            var entities = TextAnalyzer.Analyze(text).Entities;

            Assert.Equal(Enumerable.Range(1, entities.Count), entities.Select(e => e.Id));
            var spans = entities.SelectMany(e => e.Mentions).Select(m => m.Span).Order().ToList();
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.False(pair.First.Overlaps(pair.Second)));
        });

    [Fact]
    public void The_same_text_is_read_the_same_way_twice() =>
        Text.Sample(text => Assert.Equal(Print(text), Print(text)));

    [Fact]
    public void Only_a_person_has_a_gender_and_pronouns() =>
        Text.Sample(text =>
            Assert.All(
                TextAnalyzer.Analyze(text).Entities.Where(e => e.Type != EntityType.Person),
                e =>
                {
                    Assert.Equal(Gender.Untold, e.Gender);
                    Assert.All(e.Mentions, m => Assert.Equal(MentionKind.Name, m.Kind));
                }
            )
        );

    private static string Join(string[] words, bool[] blanks)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
            text.Append(words[i]).Append(blanks[i] || i % 3 > 0 ? " " : "");
        return text.ToString();
    }

    private static string Print(string text) =>
        string.Join(
            '\n',
            TextAnalyzer.Analyze(text).Entities.Select(e => $"{e.Id} {e.Type} {e.Name} {string.Join(',', e.Mentions)}")
        );
}
