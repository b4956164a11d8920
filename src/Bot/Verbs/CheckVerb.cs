using System.CommandLine;
using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Web;

namespace Bot.Verbs;

/// <summary>
/// <c>check</c>: looks over configuration, seeds, store and schedules, and prints each finding with its mend;
/// <c>check --alive</c>: asks the running bot, for the container's health check.
/// </summary>
internal static class CheckVerb
{
    public static Command Create(IReadOnlyDictionary<string, string?> given)
    {
        var alive = new Option<bool>("--alive") { Description = "Ask the bot that is running whether it is alive." };
        var verb = new Command(
            "check",
            "Check configuration, seeds, store and schedules; every finding comes with its mend."
        )
        {
            alive,
        };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var settings = SettingsReader.Read(given);
                return parsed.GetValue(alive)
                    ? await AliveAsync(settings, cancellation)
                    : await LookOverAsync(settings, cancellation);
            }
        );
        return verb;
    }

    private static async Task<int> AliveAsync(Settings settings, CancellationToken cancellation)
    {
        if (await AliveProbe.AskAsync(settings.Web, cancellation) is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
            return ExitCodes.Failed;
        }

        Console.WriteLine("alive");
        return ExitCodes.Success;
    }

    private static async Task<int> LookOverAsync(Settings settings, CancellationToken cancellation)
    {
        Console.WriteLine($"Settings: {settings.File ?? "no appsettings.json, the defaults"}");
        var services = new ServiceCollection().AddLogging(log => log.AddDeskLogging(settings.Source)).AddDesk(settings);
        await using var desk = services.BuildServiceProvider();
        var (store, isOpen) = await StoreAsync(desk.GetRequiredService<Database>(), cancellation);
        // Before the first start, or with a store that cannot be read, there are those of the configuration alone.
        var plan = isOpen
            ? await desk.GetRequiredService<DigestBook>().ReadAsync(cancellation)
            : new DigestPlan([.. settings.Digests.Select(d => new PlannedDigest(null, d.ToSchedule(), null))], []);
        List<Finding> findings =
        [
            Seeds(settings),
            store,
            .. await PlatformsAsync(settings, [.. desk.GetServices<IChatPlatform>()], cancellation),
            .. await DigestsAsync(
                plan,
                [.. desk.GetServices<IChatPlatform>()],
                desk.GetRequiredService<Phrasebook>().In(CultureInfo.InvariantCulture),
                cancellation
            ),
        ];
        foreach (var (what, mend) in findings)
            Console.WriteLine($"{what}: {mend ?? "right"}");
        return findings.TrueForAll(f => f.Mend is null) ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static async Task<IReadOnlyList<Finding>> PlatformsAsync(
        Settings settings,
        IReadOnlyList<IChatPlatform> platforms,
        CancellationToken cancellation
    )
    {
        var isRunning = await AliveProbe.AskAsync(settings.Web, cancellation) is null;
        var findings = new List<Finding>();
        foreach (var platform in platforms)
            findings.AddRange(
                (await platform.CheckAsync(isRunning, cancellation)).Select(f => new Finding(f.What, f.Mend))
            );
        return findings;
    }

    private static Finding Seeds(Settings settings) =>
        new(
            $"Seeds {settings.Seeds.Folder}",
            Directory.Exists(settings.Seeds.Folder)
                ? null
                : "there is no such folder; make it, or name another in Seeds:Folder"
        );

    private static async Task<(Finding Finding, bool IsOpen)> StoreAsync(
        Database database,
        CancellationToken cancellation
    )
    {
        try
        {
            if (!File.Exists(database.Path))
                return (new Finding($"Store {database.Path} (made at the first start)", null), false);
            var schema = await database.ReadSchemaAsync(cancellation);
            return schema == Database.NewestSchema
                ? (new Finding($"Store {database.Path}, schema {schema}", null), true)
                : (
                    new Finding(
                        $"Store {database.Path}, schema {schema}",
                        $"this program works with schema {Database.NewestSchema}; run bot migrate"
                    ),
                    false
                );
        }
        catch (StoreException broken)
        {
            return (new Finding("Store", broken.Message), false);
        }
    }

    private static async Task<IReadOnlyList<Finding>> DigestsAsync(
        DigestPlan plan,
        IReadOnlyList<IChatPlatform> platforms,
        Edition english,
        CancellationToken cancellation
    )
    {
        var findings = new List<Finding>();
        foreach (var digest in plan.Digests)
        {
            var platform = platforms.FirstOrDefault(p => p.Name == digest.Destination.Platform);
            findings.Add(
                new Finding(
                    $"Digest “{digest.Name}” to {digest.Destination}, {digest.Schedule.Terms}{(digest.IsPaused ? ", paused" : "")}",
                    platform is null
                            ? $"this program does not serve {digest.Destination.Platform}; it serves {string.Join(", ", platforms.Select(p => p.Name))}; set the token of {digest.Destination.Platform}, or change the digest's destination"
                        : await platform.CheckAccessAsync(digest.Destination, cancellation) is { } why
                            ? english.Reason(why)
                        : null
                )
            );
        }

        findings.AddRange(
            plan.Stranded.Select(d => new Finding(
                $"Digest “{d.Name}” to {d.Destination}",
                $"this machine knows no time zone {d.Zone}; install its time zone data (tzdata), or remove the digest with /digest remove"
            ))
        );
        return findings;
    }

    /// <param name="Mend">What is wrong and what to do; null where it is right.</param>
    private sealed record Finding(string What, string? Mend);
}
