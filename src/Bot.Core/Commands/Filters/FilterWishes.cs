using Bot.Core.Chat;

namespace Bot.Core.Commands.Filters;

/// <summary>What <c>/filter</c> can be told, by name.</summary>
internal static class FilterWishes
{
    /// <summary>Words or a pattern; for one of the list its number or name.</summary>
    public const string Rule = "rule";

    public const string How = "how";
    public const string In = "in";
    public const string From = "from";
    public const string By = "by";
    public const string About = "about";
    public const string Language = "lang";
    public const string Name = "as";

    public const string Exclude = "exclude";
    public const string Include = "include";

    /// <summary>What is to be done, with topics too, in the order in which a menu shows it.</summary>
    public static readonly string[] All = ["list", "add", "remove", "test"];

    /// <summary>What a rule can ask besides its words.</summary>
    public static readonly string[] Terms = [In, From, By, About, Language];

    /// <summary>Most by name alone: their names stand in what people want to filter.</summary>
    public static readonly IReadOnlyList<OptionDescription> Described =
    [
        new(SubcommandDescription.Option, "filter.do", OptionKind.Choice, All),
        new(Rule, "filter.rule", OptionKind.Text, [], IsUnnamed: true),
        new(How, "filter.how", OptionKind.Choice, [Exclude, Include]),
        new(In, "filter.in", OptionKind.Choice, ["any", "title", "text", "source"]) { IsByNameAlone = true },
        new(From, "filter.from", OptionKind.Outlet, []) { IsByNameAlone = true },
        new(By, "filter.by", OptionKind.Person, []) { IsByNameAlone = true },
        new(About, "filter.about", OptionKind.Person, []) { IsByNameAlone = true },
        new(Language, "filter.lang", OptionKind.Language, []) { IsByNameAlone = true },
        new(Name, "filter.as", OptionKind.Text, []) { IsByNameAlone = true },
    ];
}
