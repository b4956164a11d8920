namespace Bot.Tests.Articles;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData(
        " date 2025-12-28 Donald Trump said Sunday he held “productive” talks with Russian President Vladimir Putin just hours before meeting Ukraine’s Volodymyr Zelenskyy, framing the discussions as part of a year-end push to secure a deal to end the war.",
        "Donald Trump said Sunday he held “productive” talks with Russian President Vladimir Putin"
    )]
    [InlineData(
        "The central bank raised interest rates on Thursday, its third increase this year, as it tries to slow inflation without a recession in Europe.",
        "The central bank raised interest rates on Thursday, its third increase this year"
    )]
    [InlineData(
        "Polish Prime Minister Donald Tusk, who will join the call, wrote on X that the Russian attacks on Kyiv were contrary to what Washington had expected from Moscow.",
        "Polish Prime Minister Donald Tusk, who will join the call, wrote on X"
    )]
    [InlineData(
        "At least 14 people were killed and dozens more wounded when a bus plunged into a ravine in northern Peru early on Friday, the police said in a statement.",
        "At least 14 people were killed and dozens more wounded"
    )]
    [InlineData(
        "It is over. The last of the miners came up on Friday.",
        "It is over. The last of the miners came up on Friday"
    )]
    [InlineData(
        "Will it last? Nobody in the town could say for certain on Sunday.",
        "Will it last? Nobody in the town could say for certain on Sunday"
    )]
    [InlineData("A short sentence stands as it is.", "A short sentence stands as it is")]
    public async Task An_article_without_a_title_is_headed_by_its_own_first_words(string text, string headline)
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("story.txt", text);
        await desk.LoadAsync();

        var article = await desk.OnlyAsync();

        Assert.Equal(headline, article.Title);
        Assert.False(article.HasOwnTitle);
    }

    [Fact]
    public async Task Headlines_of_long_sentences_without_blanks_cut_no_letter_in_two()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("story.txt", string.Concat(Enumerable.Repeat("👩‍👩‍👧橋", 200)) + "。");
        await desk.LoadAsync();

        var title = (await desk.OnlyAsync()).Title;

        Assert.InRange(title.Length, 25, 90);
        Assert.True(title.EndsWith('橋') || title.EndsWith("👩‍👩‍👧", StringComparison.Ordinal));
    }
}
