using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Tests.Texts;

public sealed partial class PhrasebookTests
{
    [Fact]
    public void Every_key_that_the_code_uses_exists_and_every_key_that_exists_is_used()
    {
        var code = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(ProjectRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );
        var phrasebook = new Phrasebook();

        var literals = Literals().Matches(code).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var asked = Asked().Matches(code).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);

        var families = Families().Matches(code).Select(m => m.Groups["family"].Value).ToList();

        Assert.DoesNotContain(
            phrasebook.Keys.Except(literals, StringComparer.Ordinal),
            k => !families.Exists(f => k.StartsWith(f, StringComparison.Ordinal))
        );
        Assert.Empty(asked.Except(phrasebook.Keys, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "other")]
    [InlineData("de-AT", 2, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 12, "many")]
    [InlineData("ru", 23, "few")]
    [InlineData("pl", 22, "few")]
    [InlineData("pl", 21, "many")]
    [InlineData("cs", 3, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ja", 1, "other")]
    public void A_number_takes_its_languages_plural_form(string language, int count, string form)
    {
        const string Forms =
            """{"n":{"zero":"zero","one":"one","two":"two","few":"few","many":"many","other":"other"}}""";
        var phrasebook = new Phrasebook(new[] { "en", language[..2] }.Distinct().Select(l => (l, Forms)));

        Assert.Equal(form, phrasebook.In(CultureInfo.GetCultureInfo(language)).Say("n", ("count", count)));
    }

    [Fact]
    public void Numbers_and_days_are_written_as_the_language_writes_them()
    {
        var phrasebook = new Phrasebook([
            ("en", """{"date.day":"d MMMM yyyy","n":"{count}"}"""),
            ("de", """{"date.day":"d. MMMM yyyy"}"""),
        ]);
        var german = phrasebook.In(CultureInfo.GetCultureInfo("de-CH"));

        Assert.Equal("1.234", german.Say("n", ("count", 1234)));
        Assert.Equal("2. März 2026", german.Day(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_language_that_the_book_has_not_reads_English() =>
        Assert.Equal("en", new Phrasebook().In(CultureInfo.GetCultureInfo("sw")).Language.Name);

    [Fact]
    public void Words_of_a_reply_keep_their_kind_inside_a_phrase()
    {
        var line = new Phrasebook([("en", """{"k":"See {a} or {b}."}""")])
            .In(CultureInfo.GetCultureInfo("en"))
            .Line("k", ("a", new CommandHint("/help")), ("b", "that"));

        Assert.Equal([new Plain("See "), new CommandHint("/help"), new Plain(" or that.")], line);
    }

    [GeneratedRegex("\"(?<key>[a-z]+\\.[a-z-]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literals();

    /// <summary>Keys whose end is a command's or an option's name: "form.{option}".</summary>
    [GeneratedRegex("""\$"(?<family>[a-z]+\.[a-z-]*)\{""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Families();

    [GeneratedRegex("\\.(Say|Line|Print)\\(\\s*\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Asked();
}
