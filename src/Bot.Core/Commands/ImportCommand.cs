using Bot.Core.Chat;
using Bot.Core.Commands.Moving;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Feeds.Polling;
using Bot.Core.Moving;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/import</c> with a file, or as a reply to one: says what it would change, and changes it once somebody says yes.</summary>
internal sealed class ImportCommand(
    PlaceFinder finder,
    Packer packer,
    UnpackPlanner planner,
    Unpacker unpacker,
    ImportShelf shelf,
    DigestBook digests,
    FeedBell bell,
    Rights rights,
    IEnumerable<IChatPlatform> platforms
) : ICommand
{
    private const int MostBytes = FileBlock.MostBytes;

    private const string File = "file";

    /// <summary>The key of a file that was looked at; "no" for none of it.</summary>
    private const string Yes = "yes";

    private const string No = "no";

    public CommandDescription Description { get; } =
        new(
            "import",
            "import.description",
            "/import byline.json",
            [
                new OptionDescription(File, "import.file", OptionKind.File, [], IsUnnamed: true),
                new OptionDescription(Yes, "import.yes", OptionKind.Text, []) { IsByNameAlone = true },
                PlaceFinder.Described,
            ],
            IsForAdministrators: true
        )
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
        switch (call.Option(Yes))
        {
            case No:
                await shelf.ForgetAsync(meant.Place, cancellation);
                return Reply.Of(edition.Line("import.declined"));
            case { } key:
                return await shelf.FindAsync(meant.Place, key, cancellation) is { } kept
                    ? await TakeAsync(call, kept, meant, edition, cancellation)
                    : Reply.Of(edition.Line("import.forgotten", ("import", new CommandHint("/import"))));
        }

        // Only who sits at the machine names files of the machine.
        var isTerminal = call.Place == Destination.Terminal;
        var given = call.File ?? (isTerminal && call.Option(File) is { } path ? new GivenFile(path, null, path) : null);
        if (given is null)
            return Reply.Of(
                edition.Line(
                    isTerminal ? "import.which-terminal" : $"import.which-{call.Place.Platform}",
                    ("example", new CommandHint("/import byline.json")),
                    ("import", new CommandHint("/import"))
                )
            );
        var platform = platforms.First(p => p.Name == call.Place.Platform);
        var name = Excerpt.Of(given.Name);
        if (given.Bytes > MostBytes)
            return TooLarge(name, edition);
        return await platform.ReadFileAsync(given, MostBytes, cancellation) switch
        {
            FileReading.Read read => await ShowAsync(call, read.Bytes, name, meant, edition, cancellation),
            FileReading.TooLarge => TooLarge(name, edition),
            _ => Reply.Of(edition.Line(isTerminal ? "import.gone-terminal" : "import.gone", ("file", name))),
        };
    }

    private async Task<Reply> ShowAsync(
        CommandCall call,
        ReadOnlyMemory<byte> bytes,
        string name,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (PackedReading.Of(bytes) is not PackedReading.Read { Place: var packed })
            return Reply.Of(ImportWords.Unreadable(PackedReading.Of(bytes), name, edition));
        var plan = await PlanAsync(call, packed, meant.Place, cancellation);
        if (plan.ChangesNothing)
            return new Reply(ImportWords.NothingToDo(plan, edition));
        var key = await shelf.PutAsync(meant.Place, bytes, cancellation);
        return new Reply([
            .. ImportWords.WouldChange(plan, edition),
            .. plan.ReplacesSomething ? await BackupAsync(call, meant.Place, edition, cancellation) : [],
            new ButtonBlock([
                // The message stays: the file of what was before hangs on it.
                new ReplyButton(edition.Say("button.import-place"), Line(key, meant)),
                new ReplyButton(edition.Say("button.cancel"), Line(No, meant), IsInPlace: !plan.ReplacesSomething),
            ]),
        ]);
    }

    private async Task<Reply> TakeAsync(
        CommandCall call,
        byte[] bytes,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (PackedReading.Of(bytes) is not PackedReading.Read { Place: var packed })
            throw new InvalidOperationException("A file that was shown can be read.");
        var plan = await PlanAsync(call, packed, meant.Place, cancellation);
        if (plan.ChangesNothing)
            return new Reply(ImportWords.NothingToDo(plan, edition));
        var done = await unpacker.UnpackAsync(plan, call.By, cancellation);
        await shelf.ForgetAsync(meant.Place, cancellation);
        digests.Ring();
        bell.Ring();
        return new Reply([
            .. ImportWords.Changed(done, edition),
            new ButtonBlock([
                new ReplyButton(
                    edition.Say("button.settings"),
                    $"/settings{PlaceMeant.Option(meant.Place, meant.Asked)}"
                ),
                new ReplyButton(
                    edition.Say("button.digests"),
                    $"/digest list{PlaceMeant.Option(meant.Place, meant.Asked)}"
                ),
            ]),
        ]);
    }

    private async Task<UnpackPlan> PlanAsync(
        CommandCall call,
        PackedPlace packed,
        Destination place,
        CancellationToken cancellation
    ) =>
        await planner.PlanAsync(
            packed,
            place,
            call.By,
            await rights.MayGiveRightsAsync(call, place, cancellation),
            cancellation
        );

    /// <summary>What is there now, before any of it is another.</summary>
    private async Task<IReadOnlyList<ReplyBlock>> BackupAsync(
        CommandCall call,
        Destination place,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var packed = await packer.PackAsync(place, cancellation);
        var bytes = packed.ToBytes();
        return call.Place == Destination.Terminal || bytes.Length > FileBlock.MostBytes
            ?
            [
                new ParagraphBlock(
                    edition.Line("import.backup-verb", ("command", new CommandHint(ExportCommand.Verb(place))))
                ),
            ]
            : [new ParagraphBlock(edition.Line("import.backup")), ExportCommand.File(packed, bytes, place, edition)];
    }

    private static Reply TooLarge(string name, Edition edition) =>
        Reply.Of(edition.Line("import.large", ("file", name), ("count", MostBytes >> 20)));

    private static string Line(string yes, PlaceMeant meant) =>
        $"/import {Yes}:{yes}{PlaceMeant.Option(meant.Place, meant.Asked)}";
}
