using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Filters;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Filters;

/// <summary>What somebody asks about the filters of a place, or the topics of its chat.</summary>
/// <param name="Place">The place that it is about.</param>
/// <param name="Reader">Who sees what is seen there.</param>
/// <param name="Which">What a further command must say to mean that place: nothing, or " channel:telegram:5".</param>
internal sealed record FilterAsk(CommandCall Call, Destination Place, Audience Reader, string Which, Edition Edition)
{
    private const string Marks = "\"“”„«»";

    /// <summary>Without the marks around it, which a menu leaves on.</summary>
    public string? Rule =>
        Call.Option(FilterWishes.Rule) is not { } typed ? null
        : typed.Length > 2 && Marks.Contains(typed[0]) && Marks.Contains(typed[^1]) ? typed[1..^1].Trim()
        : typed.Trim();

    /// <summary>The rule as it was typed, to be typed again: it may be more than can be read.</summary>
    public string TypedRule =>
        string.Join(
            ' ',
            FilterWishes
                .Terms.Append(FilterWishes.How)
                .Where(o => Call.Option(o) is not null)
                .Select(o => $"{o}:{TypedWord.Marked(Call.Option(o)!)}") // Those without were left out.
                .Prepend(Rule is { } rule ? TypedWord.Marked(rule) : "")
                .Where(w => w.Length > 0)
        );

    public bool HasTerms =>
        FilterWishes.Terms.Append(FilterWishes.Rule).Any(o => o != FilterWishes.In && Call.Option(o) is not null);

    /// <summary>False where something is asked besides the rule's words: then one of the list cannot be meant.</summary>
    public bool IsRuleAlone => FilterWishes.Terms.Append(FilterWishes.How).All(o => Call.Option(o) is null);

    public FilterEffect Effect =>
        Call.Option(FilterWishes.How) == FilterWishes.Include ? FilterEffect.Include : FilterEffect.Exclude;

    public FilterField Field =>
        Enum.TryParse<FilterField>(Call.Option(FilterWishes.In), ignoreCase: true, out var said)
            ? said
            : FilterField.Any;

    public string Line(string words) => $"/{Call.Name} {words}{Which}";

    public CommandHint Hint(string words) => new(Line(words));

    /// <summary>How a rule is added, as this one ought to have been.</summary>
    public CommandHint Example(string rule) => Hint($"add {rule}{After}");

    /// <summary>What goes with each rule: of a topic, its name.</summary>
    public string After { get; init; } = "";

    public ReplyButton Button(string label, string words, bool isInPlace = true) =>
        new(Edition.Say(label), Line(words), IsInPlace: isInPlace);
}
