using System.Text;

namespace Bot.Tests.Articles;

/// <summary>A bad file is told in one line that names it and the mend, and the rest goes on.</summary>
public sealed class BadSeedTests
{
    private const string Good = "The ferry sails again on Monday. The captain said the engine was mended.";

    public static TheoryData<string, byte[], string> BadFiles =>
        new()
        {
            { "empty.txt", [], "empty.txt is empty." },
            { "blank.txt", "  \r\n\t"u8.ToArray(), "blank.txt is empty." },
            { "report.txt", [.. "%PDF-1.7\n"u8, 0, 1, 2, 3], "report.txt is no text; it looks like a PDF." },
            {
                "noise.txt",
                [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 >> 3))],
                "noise.txt is no text; it looks like a program's own data."
            },
            {
                "big.txt",
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Good, 280_000))),
                "big.txt has 19.2 MB; such a file may have 5."
            },
            { "dots.txt", "... --- ... 12345 !!!"u8.ToArray(), "dots.txt has no sentence." },
            { "broken.json", "{\"text\": \"The ferry"u8.ToArray(), "broken.json is not JSON: it breaks at line 1" },
            { "nothing.json", "[]"u8.ToArray(), "nothing.json is empty." },
            { "number.json", "42"u8.ToArray(), "number.json is no JSON object." },
            { "deep.json", Encoding.UTF8.GetBytes(new string('[', 100_000)), "deep.json is not JSON" },
            {
                "deep.html",
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 20_000)) + Good),
                "deep.html nests its elements"
            },
            { "empty.html", "<html><body></body></html>"u8.ToArray(), "empty.html is empty." },
            { "deep.md", Encoding.UTF8.GetBytes(new string('>', 20_000) + Good), "deep.md" },
        };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)] // big files are no names of tests
    public async Task A_bad_file_is_told_in_one_line_and_the_rest_goes_on(string name, byte[] bytes, string start)
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("good.txt", Good);
        desk.Write(name, bytes);

        var report = await desk.LoadAsync();

        var problem = Assert.Single(report.Problems);
        Assert.StartsWith(start, problem.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Sentence);
        Assert.Equal(name, problem.Path);
        Assert.Equal(Good, (await desk.OnlyAsync()).Text);
    }

    [Fact]
    public async Task A_bad_file_is_still_told_when_nothing_has_changed()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("empty.txt", "");
        await desk.LoadAsync();

        using var other = desk.NewLoader();
        var report = await other.LoadAsync(SeedDesk.Stop);

        Assert.StartsWith("empty.txt is empty.", Assert.Single(report.Problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_of_a_file_stays_while_it_is_broken()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("ferry.json", $$"""{"text":"{{Good}}"}""");
        await desk.LoadAsync();

        desk.Write("ferry.json", "{\"text\":");
        var report = await desk.LoadAsync();

        Assert.Single(report.Problems);
        Assert.Equal(Good, (await desk.OnlyAsync()).Text);
    }

    [Fact]
    public async Task Broken_front_matter_is_told_and_the_article_is_read()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("ferry.md", $"---\ntitle: \"The ferry\n date: [\n---\n{Good}");

        var report = await desk.LoadAsync();

        Assert.StartsWith(
            "ferry.md has front matter that is not YAML, it breaks at line",
            Assert.Single(report.Problems).Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal(Good, (await desk.OnlyAsync()).Text);
    }

    [Fact]
    public async Task A_missing_folder_is_told_and_takes_nothing_away()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("ferry.txt", Good);
        await desk.LoadAsync();

        Directory.Move(desk.Folder, desk.Folder + "-moved");
        var report = await desk.LoadAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(
            $"The folder of seeds {desk.Folder} is not there. Make it and put articles into it, or name another in Seeds:Folder.",
            problem.Sentence
        );
        Assert.Equal(1, report.Total);
    }

    [Theory]
    [InlineData(".hidden.txt")]
    [InlineData("~$ferry.html")]
    [InlineData(".ferry.txt.swp")]
    [InlineData("ferry.txt~")]
    [InlineData("#ferry.txt#")]
    [InlineData("ferry.docx")]
    [InlineData(".git/ferry.txt")]
    public async Task What_is_no_seed_is_passed_over_in_silence(string name)
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write(name, Good);

        var report = await desk.LoadAsync();

        Assert.Equal((0, 0), (report.Total, report.Problems.Count));
    }

    [Fact]
    public async Task Folders_inside_the_folder_are_read_and_a_link_leads_nowhere_outside()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("2026/january/ferry.txt", Good);
        var secret = Path.Combine(Path.GetDirectoryName(desk.Folder)!, "secret.txt");
        await File.WriteAllTextAsync(secret, "The password is written here.", SeedDesk.Stop);
        File.CreateSymbolicLink(Path.Combine(desk.Folder, "out.txt"), secret);
        File.CreateSymbolicLink(
            Path.Combine(desk.Folder, "in.txt"),
            Path.Combine(desk.Folder, "2026/january/ferry.txt")
        );
        Directory.CreateSymbolicLink(Path.Combine(desk.Folder, "round"), desk.Folder);

        var report = await desk.LoadAsync();

        Assert.StartsWith(
            "out.txt is a link that leads out of the folder",
            Assert.Single(report.Problems).Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal((1, 1), (report.Total, report.Twins));
    }

    [Fact]
    public async Task Right_to_left_text_emoji_and_an_unclosed_mark_are_articles_like_others()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("arabic.txt", "قال الرئيس إن الجسر سيفتح في مايو. وكان السكان سعداء بالقرار.");
        desk.Write("emoji.txt", "The mayor 🎉 said “the party goes on 🎈🎈 until dawn. Nobody closed the mark.");

        var report = await desk.LoadAsync();

        Assert.Equal((2, 0), (report.Total, report.Problems.Count));
        foreach (var article in await desk.LatestAsync())
            Assert.NotEmpty((await desk.Articles.ReadAsync(article, SeedDesk.Stop)).Sentences);
    }
}
