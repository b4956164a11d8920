using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/help [command]</c></summary>
internal sealed class HelpCommand(CommandCatalog catalog, Phrasebook phrasebook) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "help",
            "help.description",
            "/help quotes",
            [new OptionDescription("command", "help.command", OptionKind.Text, [], IsUnnamed: true)]
        );

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        if (call.Option("command")?.TrimStart('/') is not { } name)
            return Task.FromResult(AllOf(edition));
        if (catalog.Find(name) is { } command)
            return Task.FromResult(OneOf(edition, command.Description));
        var nearest = Slips.Nearest(name, catalog.Descriptions.Select(d => d.Name));
        return Task.FromResult(
            nearest is null
                ? Reply.Of(
                    edition.Line(
                        "typed.command-unknown",
                        ("typed", Excerpt.Of(name)),
                        ("help", new CommandHint("/help"))
                    )
                )
                : Reply.Of(
                    edition.Line(
                        "typed.command-slip",
                        ("typed", Excerpt.Of(name)),
                        ("nearest", new CommandHint($"/{nearest}"))
                    ),
                    new ReplyButton(edition.Say("button.yes"), $"/help {nearest}")
                )
        );
    }

    private Reply AllOf(Edition edition) =>
        new([
            new HeadingBlock([new Strong(edition.Say("help.title"))]),
            new TableBlock(
                [],
                [.. catalog.Descriptions.Select(d => Row(new CommandHint(d.Example), edition.Say(d.Description)))]
            ),
            new SmallPrintBlock(edition.Print("help.articles")),
            new SmallPrintBlock(edition.Print("help.more", ("help", new CommandHint("/help quotes")))),
        ]);

    private static Reply OneOf(Edition edition, CommandDescription command)
    {
        List<ReplyBlock> blocks =
        [
            new HeadingBlock([new Strong($"/{command.Name}")]),
            new ParagraphBlock([new Plain(edition.Say(command.Description))]),
        ];
        if (command.Options.Count > 0)
            blocks.Add(new TableBlock([], [.. command.Options.Select(o => OptionRow(edition, o))]));
        blocks.Add(new ParagraphBlock(edition.Print("help.example", ("example", new CommandHint(command.Example)))));
        if (command.IsForAdministrators)
            blocks.Add(new SmallPrintBlock(edition.Print("help.administrators")));
        return new Reply(blocks);
    }

    private static IReadOnlyList<IReadOnlyList<Inline>> OptionRow(Edition edition, OptionDescription option) =>
        Row(
            new Strong(option.IsUnnamed || option.Kind == OptionKind.ArticleChoice ? option.Name : $"{option.Name}:"),
            option.Choices.Count == 0
                ? edition.Say(option.Description)
                : edition.Say(
                    "help.choices",
                    ("description", edition.Say(option.Description)),
                    ("choices", string.Join(", ", option.Choices))
                )
        );

    private static IReadOnlyList<IReadOnlyList<Inline>> Row(Inline first, string second) =>
        [
            [first],
            [new Plain(second)],
        ];
}
