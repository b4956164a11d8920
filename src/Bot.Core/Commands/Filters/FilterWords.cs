using Bot.Core.Filters;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Filters;

/// <summary>Says what a rule does.</summary>
internal static class FilterWords
{
    /// <summary>"hides “war” in the headline · from The Gazette"; with its name before, where it has one.</summary>
    public static string Of(FilterRule rule, Edition edition)
    {
        var said = edition.Say(
            rule.Effect == FilterEffect.Exclude ? "filter.hides" : "filter.lets-in",
            ("what", Terms(rule, edition))
        );
        return rule.Name.Length > 0 ? $"{rule.Name}: {said}" : said;
    }

    /// <summary>"“war” in the headline · from The Gazette"</summary>
    public static string Terms(FilterRule rule, Edition edition) =>
        string.Join(" · ", rule.Terms.Select(t => Of(t, edition)));

    /// <summary>Why an article is hidden.</summary>
    public static string Of(FilterVerdict.Hidden hidden, Edition edition) =>
        hidden is FilterVerdict.HiddenBy by ? Of(by.Rule, edition) : edition.Say("filter.not-wanted");

    /// <summary>The command that makes the rule again, without the place.</summary>
    public static string Adding(FilterRule rule) =>
        $"add {rule.Typed} {FilterWishes.How}:{(rule.Effect == FilterEffect.Exclude ? FilterWishes.Exclude : FilterWishes.Include)}"
        + (rule.Name.Length > 0 ? $" {FilterWishes.Name}:\"{rule.Name}\"" : "");

    private static string Of(FilterTerm term, Edition edition) =>
        term switch
        {
            FilterTerm.Words words => At(edition.InMarks(words.Typed), words.Field, edition),
            FilterTerm.Pattern pattern => At(pattern.Typed, pattern.Field, edition),
            FilterTerm.Outlet outlet => edition.Say("sift.from", ("name", outlet.Name)),
            FilterTerm.Quoted quoted => edition.Say("sift.by", ("name", quoted.Name)),
            FilterTerm.About about => edition.Say("filter.about-whom", ("name", about.Name)),
            FilterTerm.Language language => edition.Say("sift.lang", ("language", edition.LanguageName(language.Tag))),
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
        };

    private static string At(string words, FilterField field, Edition edition) =>
        field switch
        {
            FilterField.Title => edition.Say("filter.in-title", ("words", words)),
            FilterField.Text => edition.Say("filter.in-text", ("words", words)),
            FilterField.Source => edition.Say("filter.in-source", ("words", words)),
            _ => words,
        };
}
