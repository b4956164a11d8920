using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Topics;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/topic [list|add|remove|test] [rule] [as:NAME]</c></summary>
internal sealed class TopicCommand(
    TopicListing list,
    TopicAdding adding,
    TopicRemoving removing,
    TopicTesting testing,
    PlaceFinder finder,
    Rights rights
) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "topic",
            "topic.description",
            "/topic add solar as:energy",
            [.. TopicWishes.Described, PlaceFinder.Described]
        )
        {
            IsAboutThePlace = true,
            Subcommands = TopicWishes.Subcommands(PlaceFinder.Option),
        };

    public bool IsForAdministrators(CommandCall call) => RuleAsk.IsForAdministrators(call, Wish(call));

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    /// <summary>A rule with a name can only be meant to be made.</summary>
    /// <returns>Null where a rule was typed and not what is to become of it.</returns>
    private static string? Wish(CommandCall call) =>
        call.Option(SubcommandDescription.Option)
        ?? (
            !FilterWishes.Terms.Append(FilterWishes.Rule).Any(o => call.Option(o) is not null)
                ? call.Option(FilterWishes.Name) is null
                    ? "list"
                    : "test"
                : call.Option(FilterWishes.Name) is null
                    ? null
                    : "add"
        );

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var ask = RuleAsk.Of(call, meant, edition) with
        {
            After = $" {FilterWishes.Name}:{TypedWord.Marked(call.Option(FilterWishes.Name) ?? "energy")}",
        };
        return Wish(call) switch
        {
            // A place that was named from elsewhere was found to be the asker's own.
            "list" => await list.WriteAsync(
                ask,
                !meant.IsHere || await rights.MayAdministerAsync(call.Asker, call.Place, cancellation),
                cancellation
            ),
            "add" => await adding.AnswerAsync(ask, cancellation),
            "remove" => await removing.AnswerAsync(ask, cancellation),
            "test" => await testing.AnswerAsync(ask, cancellation),
            _ => UnsaidWish.Answer(ask, "button.topics"),
        };
    }
}
