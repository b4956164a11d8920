using Bot.Core.Chat;

namespace Bot.Tests.Commands;

/// <summary>The file of an import: given, read, shown, kept until it is answered.</summary>
public sealed class GivenFileTests : MovingDesk
{
    [Theory]
    [InlineData("{\"byline\":2,\"kind\":\"place\"}", "“byline.json” is of version 2, and I know version 1.")]
    [InlineData("{\"name\":\"left-pad\",\"version\":\"1.0\"}", "“byline.json” is JSON of another program.")]
    [InlineData("[1,2,3]", "“byline.json” is JSON of another program.")]
    [InlineData("{\"byline\":1,\"kind\":\"recipe\"}", "“byline.json” is JSON of another program.")]
    [InlineData("{\"byline\":1,\n\"kind\":", "“byline.json” is no JSON: it breaks off or goes wrong in line 2.")]
    [InlineData("not at all", "“byline.json” is no JSON: it breaks off or goes wrong in line 1.")]
    [InlineData("", "“byline.json” is no JSON: it breaks off or goes wrong in line 1.")]
    [InlineData(
        "{\"byline\":1,\"kind\":\"place\",\"digests\":[{\"name\":5}]}",
        "“byline.json” has something at $.digests[0].name that does not belong there."
    )]
    public async Task A_file_that_cannot_be_read_is_answered_with_its_mend(string file, string answer) =>
        Assert.StartsWith(answer, Said(await GiveAsync(file)), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_too_large_is_not_fetched()
    {
        await OpenAsync();
        platform.File = null;

        var answer = await AskAsync("/import", file: new GivenFile("byline.json", 50 << 20, "large"));

        Assert.StartsWith(
            "“byline.json” is larger than 1 MiB, and no file of /export is.",
            Said(answer),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/import", "Send the file with /import as its caption, or answer the file with /import.")]
    [InlineData("/import yes:no", "Nothing was changed.")]
    [InlineData(
        "/import yes:0123",
        "That file is forgotten: I keep it for a day, or until it is answered. Give it again: /import"
    )]
    public async Task Without_a_file_it_is_said_how_one_is_given(string line, string answer) =>
        Assert.Equal(answer, Said(await AskAsync(line)));

    [Fact]
    public async Task A_file_that_was_shown_is_forgotten_with_its_place()
    {
        await SetUpAsync();
        var file = await ExportAsync();
        await AskAsync("/settings zone:tokyo");
        var asked = await GiveAsync(file);

        await AskAsync("/forget yes");

        Assert.StartsWith(
            "That file is forgotten",
            Said(await AskAsync(Button(asked, "Import"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_is_kept_for_a_day_and_until_it_is_answered_or_another_is_given()
    {
        const string Zone = """{"byline":1,"kind":"place","settings":{"zone":"Asia/Tokyo"}}""";
        const string Size = """{"byline":1,"kind":"place","settings":{"size":"long"}}""";
        async Task<bool> IsForgottenAsync(Reply asked) =>
            Said(await AskAsync(Button(asked, "Import")))
                .StartsWith("That file is forgotten", StringComparison.Ordinal);

        var late = await GiveAsync(Zone);
        time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.True(await IsForgottenAsync(late));
        var first = await GiveAsync(Zone);
        var second = await GiveAsync(Size);
        Assert.True(await IsForgottenAsync(first));
        Assert.False(await IsForgottenAsync(second));
        Assert.True(await IsForgottenAsync(second));
        var declined = await GiveAsync(Zone);
        await AskAsync(Button(declined, "Cancel"));
        Assert.True(await IsForgottenAsync(declined));
        Assert.Equal(0, await (await OpenAsync()).QueryAsync<long>("SELECT COUNT(*) FROM imports"));
    }
}
