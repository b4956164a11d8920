using System.CommandLine;
using Bot.Core.Storage;
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
        var right = true;
        Console.WriteLine($"Settings: {settings.File ?? "no appsettings.json, the defaults"}");
        Say(
            Directory.Exists(settings.Seeds.Folder),
            $"Seeds: {settings.Seeds.Folder}",
            "there is no such folder; make it, or name another in Seeds:Folder"
        );
        try
        {
            var database = new Database(settings.Store);
            Say(
                await database.ReadSchemaAsync(cancellation) is var schema && schema == Database.NewestSchema,
                $"Store: {database.Path}, schema {schema}",
                $"this program works with schema {Database.NewestSchema}; run bot migrate"
            );
        }
        catch (StoreException broken)
        {
            Say(false, "Store", broken.Message);
        }

        foreach (var digest in settings.Digests)
            Say(
                digest.Destination == "terminal",
                $"Digest “{digest.Name}”: {digest.Days} at {digest.At}, {digest.Zone}, to {digest.Destination}",
                "no platform of that name is configured"
            );
        if (settings.Digests.Count == 0)
            Console.WriteLine("Digests: none in Digests");
        return right ? ExitCodes.Success : ExitCodes.Failed;

        void Say(bool isRight, string what, string mend)
        {
            Console.WriteLine(isRight ? $"{what}: right" : $"{what}: {mend}");
            right &= isRight;
        }
    }
}
