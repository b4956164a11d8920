namespace Bot.Text.Tests;

public sealed class ShownNameTests
{
    [Fact]
    public void A_place_is_shown_as_the_text_writes_it_and_not_in_a_datelines_capitals()
    {
        var read = TextAnalyzer.Analyze(
            "NANDIPUR, India — At least 31 people died on Sunday after a bridge gave way, officials said. Nobody in Nandipur slept."
        );

        var place = Assert.Single(read.Entities, e => e.Name is "Nandipur" or "NANDIPUR");
        Assert.Equal("Nandipur", place.Name);
    }

    [Fact]
    public void A_handle_is_neither_how_a_person_is_shown_nor_somebody_else()
    {
        var read = TextAnalyzer.Analyze(
            "“What a night!” Lupita Nyong'o (@Lupita_Nyongo) wrote on Monday. Miss Nyong'o said she was glad."
        );

        var person = Assert.Single(read.Entities);
        Assert.Equal("Lupita Nyong'o", person.Name);
        Assert.Equal(["Nyong'o"], person.Aliases);
    }
}
