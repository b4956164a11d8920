using Bot.Core.Chat;
using Bot.Core.Moving;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/export</c>: what is set and planned in a chat, as a file.</summary>
internal sealed class ExportCommand(PlaceFinder finder, Packer packer) : ICommand
{
    public CommandDescription Description { get; } =
        new("export", "export.description", "/export", [PlaceFinder.Described], IsForAdministrators: true)
        {
            IsAboutThePlace = true,
        };

    /// <summary>Of a place that is named, its platform says who may.</summary>
    public bool IsForAdministrators(CommandCall call) => call.Option(PlaceFinder.Option) is null;

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var packed = await packer.PackAsync(meant.Place, cancellation);
        var bytes = packed.ToBytes();
        if (bytes.Length > FileBlock.MostBytes)
            return Reply.Of(edition.Line("export.large", ("command", new CommandHint(Verb(meant.Place)))));
        var file = File(packed, bytes, meant.Place, edition);
        // A terminal shows the file itself: what is said of it stands below, where it is copied from.
        return call.Place == Destination.Terminal
            ? new Reply([
                file,
                .. LeftOut(packed, edition),
                new ParagraphBlock(edition.Line("export.file", ("command", new CommandHint(Verb(meant.Place))))),
            ])
            : new Reply([
                new ParagraphBlock(edition.Line("export.done", ("import", new CommandHint("/import")))),
                .. LeftOut(packed, edition),
                file,
            ]);
    }

    private static IEnumerable<ReplyBlock> LeftOut(PackedPlace packed, Edition edition) =>
        packed.LeftOut.Count == 0
            ? []
            :
            [
                new ParagraphBlock(
                    edition.Line(
                        "export.left-out",
                        ("count", packed.LeftOut.Count),
                        ("names", edition.And([.. packed.LeftOut.Select(edition.InMarks)]))
                    )
                ),
            ];

    public static FileBlock File(PackedPlace packed, byte[] bytes, Destination place, Edition edition) =>
        new(
            Packer.NameOf(packed),
            "application/json",
            bytes,
            edition.Line("export.elsewhere", ("command", new CommandHint(Verb(place))))
        );

    /// <summary>What the operator types at the machine for the same.</summary>
    public static string Verb(Destination place) =>
        place == Destination.Terminal ? "bot export byline.json" : $"bot export --place {place.Chat} byline.json";
}
