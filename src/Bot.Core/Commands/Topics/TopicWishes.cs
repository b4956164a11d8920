using Bot.Core.Chat;
using Bot.Core.Commands.Filters;

namespace Bot.Core.Commands.Topics;

/// <summary>What <c>/topic</c> can be told, by name; a rule is said as <c>/filter</c> has it.</summary>
internal static class TopicWishes
{
    public static readonly IReadOnlyList<OptionDescription> Described =
    [
        new(SubcommandDescription.Option, "topic.do", OptionKind.Choice, FilterWishes.All),
        new(FilterWishes.Rule, "topic.rule", OptionKind.Text, [], IsUnnamed: true),
        new(FilterWishes.Name, "topic.as", OptionKind.Topic, []) { IsByNameAlone = true },
        .. FilterWishes.Described.Where(o => FilterWishes.Terms.Contains(o.Name)),
    ];

    /// <param name="place">The option that means another place, which goes with all.</param>
    public static IReadOnlyList<SubcommandDescription> Subcommands(string place) =>
        [
            new("list", "topic.do-list", [place]),
            new("add", "topic.do-add", [FilterWishes.Name, FilterWishes.Rule, .. FilterWishes.Terms, place])
            {
                Required = FilterWishes.Name,
            },
            new("remove", "topic.do-remove", [FilterWishes.Name, place]),
            new("test", "topic.do-test", [FilterWishes.Name, FilterWishes.Rule, .. FilterWishes.Terms, place]),
        ];
}
