using Bot.Core.Chat;
using Bot.Core.Commands.Moving;
using Bot.Core.Moving;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Terminal;

namespace Bot.Verbs;

/// <summary><c>import FILE.json</c>: takes what was set and planned in a chat into one place, and keeps what it replaces.</summary>
internal static class PlaceImport
{
    /// <param name="by">Who plans and follows from now on.</param>
    public static async Task<int> ReadAsync(
        Settings settings,
        Destination place,
        string file,
        string by,
        CancellationToken cancellation
    )
    {
        var bytes = new FileRequest(file, Url: null, ContentType: null).ReadBytes(FileBlock.MostBytes, out var problem);
        if (bytes is null)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be read: {problem}");
            return ExitCodes.Failed;
        }

        await using var desk = await PlaceFile.OpenDeskAsync(settings, cancellation);
        var edition = desk.GetRequiredService<Phrasebook>().In(TerminalPlatform.Owner.Language);
        if (PackedReading.Of(bytes) is var reading && reading is not PackedReading.Read)
        {
            var said = Reply.Of(ImportWords.Unreadable(reading, Path.GetFileName(file), edition));
            await Console.Error.WriteLineAsync(Written(said, edition));
            return ExitCodes.Failed;
        }

        var unpacker = desk.GetRequiredService<Unpacker>();
        var packed = ((PackedReading.Read)reading).Place;
        // Who sits at the machine may do everything there.
        var plan = await desk.GetRequiredService<UnpackPlanner>()
            .PlanAsync(packed, place, by, mayGiveRights: true, cancellation);
        if (plan.ReplacesSomething && !await KeepAsync(desk, place, file, cancellation))
            return ExitCodes.Failed;
        var answer = new Reply(
            plan.ChangesNothing
                ? ImportWords.NothingToDo(plan, edition)
                : ImportWords.Changed(await unpacker.UnpackAsync(plan, by, cancellation), edition)
        );
        Console.WriteLine(Written(answer, edition));
        return ExitCodes.Success;
    }

    /// <summary>What is there now, beside the file. What was kept before is not lost to a second try.</summary>
    private static async Task<bool> KeepAsync(
        ServiceProvider desk,
        Destination place,
        string file,
        CancellationToken cancellation
    )
    {
        var packed = await desk.GetRequiredService<Packer>().PackAsync(place, cancellation);
        var kept = Enumerable
            .Range(1, int.MaxValue)
            .Select(n => Path.ChangeExtension(file, n == 1 ? ".before.json" : $".before-{n}.json"))
            .First(f => !File.Exists(f));
        if (!await PlaceFile.WriteAsync(kept, packed.ToBytes(), cancellation))
            return false;
        Console.WriteLine($"What was set before is kept in {kept}.");
        return true;
    }

    private static string Written(Reply reply, Edition edition) =>
        TerminalRenderer.ToText(reply, TerminalDress.OfStandardOutput(), edition);
}
