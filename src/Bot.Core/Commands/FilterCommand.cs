using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/filter [list|add|remove|test] [rule]</c></summary>
internal sealed class FilterCommand(
    FilterListing list,
    FilterAdding adding,
    FilterRemoving removing,
    FilterTesting testing,
    PlaceFinder finder,
    Rights rights
) : ICommand
{
    public CommandDescription Description { get; } =
        new("filter", "filter.description", "/filter add football", [.. FilterWishes.Described, PlaceFinder.Described])
        {
            IsAboutThePlace = true,
            Subcommands =
            [
                new("list", "filter.do-list", [PlaceFinder.Option]),
                new(
                    "add",
                    "filter.do-add",
                    [FilterWishes.Rule, FilterWishes.How, .. FilterWishes.Terms, FilterWishes.Name, PlaceFinder.Option]
                ),
                new("remove", "filter.do-remove", [FilterWishes.Rule, PlaceFinder.Option]),
                new(
                    "test",
                    "filter.do-test",
                    [FilterWishes.Rule, FilterWishes.How, .. FilterWishes.Terms, PlaceFinder.Option]
                ),
            ],
        };

    public bool IsForAdministrators(CommandCall call) => RuleAsk.IsForAdministrators(call, Wish(call));

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    /// <returns>Null where a rule was typed and not what is to become of it.</returns>
    private static string? Wish(CommandCall call) =>
        call.Option(SubcommandDescription.Option)
        ?? (FilterWishes.Terms.Append(FilterWishes.Rule).Any(o => call.Option(o) is not null) ? null : "list");

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var ask = RuleAsk.Of(call, meant, edition);
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
            _ => UnsaidWish.Answer(ask, "button.filters"),
        };
    }
}
