using System.CommandLine;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary>What <c>export</c> and <c>import</c> share: a file whose ending says what it holds, and the place that it is about.</summary>
internal static class PlaceFile
{
    /// <param name="what">What the file holds, or is to hold.</param>
    /// <param name="run">Given the settings, the place and the file; returns the exit code.</param>
    public static Command Verb(
        string name,
        string description,
        string what,
        IReadOnlyDictionary<string, string?> given,
        Func<Settings, Destination, string, CancellationToken, Task<int>> run
    )
    {
        var file = FileArgument(what);
        var place = PlaceOption();
        var verb = new Command(name, description) { file, place };
        verb.SetAction(
            (parsed, cancellation) =>
                run(
                    SettingsReader.Read(given),
                    PlaceIn(parsed.GetValue(place)),
                    parsed.GetRequiredValue(file),
                    cancellation
                )
        );
        return verb;
    }

    /// <summary>Feeds alone; any other file has all that is set and planned.</summary>
    public static bool IsOpml(string file) =>
        Path.GetExtension(file).Equals(".opml", StringComparison.OrdinalIgnoreCase);

    /// <returns>False where it cannot be written; standard error says why.</returns>
    public static async Task<bool> WriteAsync(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllBytesAsync(file, bytes, cancellation);
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be written: {closed.Message}");
            return false;
        }
    }

    /// <summary>"1 feed", "12 feeds".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static Argument<string> FileArgument(string description)
    {
        var file = new Argument<string>("FILE") { Description = description };
        file.Validators.Add(given =>
        {
            var name = given.GetValueOrDefault<string>() ?? "";
            if (!IsOpml(name) && !Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase))
                given.AddError($"“{name}” ends in neither .json (all that is set and planned) nor .opml (the feeds).");
        });
        return file;
    }

    private static Option<string?> PlaceOption()
    {
        var place = new Option<string?>("--place")
        {
            Description = "Which place: telegram:CHAT, discord:SERVER; the terminal if left out.",
            HelpName = "PLACE",
        };
        place.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } written && Destination.TryParse(written) is null)
                given.AddError($"“{written}” is no place: write telegram:CHAT, discord:SERVER or terminal.");
        });
        return place;
    }

    /// <param name="written">Checked by the option; null for the terminal.</param>
    private static Destination PlaceIn(string? written) =>
        written is not null && Destination.TryParse(written) is { } place ? place : Destination.Terminal;

    public static async Task<ServiceProvider> OpenDeskAsync(Settings settings, CancellationToken cancellation)
    {
        var desk = new ServiceCollection()
            .AddLogging(log => log.AddDeskLogging(settings.Source))
            .AddDesk(settings)
            .BuildServiceProvider();
        await desk.GetRequiredService<Database>().MigrateAsync(cancellation);
        return desk;
    }
}
