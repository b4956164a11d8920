using System.CommandLine;
using Bot.Core.Storage;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary><c>migrate</c>: brings the store's schema up to date, and says from what to what.</summary>
internal static class MigrateVerb
{
    public static Command Create(IReadOnlyDictionary<string, string?> given)
    {
        var verb = new Command("migrate", "Bring the store's schema up to date.");
        verb.SetAction(
            async (_, cancellation) =>
            {
                var database = new Database(SettingsReader.Read(given).Store);
                var (from, to) = await database.MigrateAsync(cancellation);
                Console.WriteLine(
                    from == to
                        ? $"The schema of {database.Path} is {to} already."
                        : $"The schema of {database.Path} went from {from} to {to}."
                );
                return ExitCodes.Success;
            }
        );
        return verb;
    }
}
