using System.CommandLine;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary>What <c>export</c> and <c>import</c> share: a file whose ending says what it holds, and the place that it is about.</summary>
internal static class PlaceFile
{
    public static Argument<string> Argument(string description)
    {
        var file = new Argument<string>("FILE") { Description = description };
        file.Validators.Add(given =>
        {
            var name = given.GetValueOrDefault<string>() ?? "";
            if (!Path.GetExtension(name).Equals(".opml", StringComparison.OrdinalIgnoreCase))
                given.AddError($"“{name}” does not end in .opml: feeds as OPML are what can be written and read yet.");
        });
        return file;
    }

    public static Option<string?> PlaceOption()
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
    public static Destination PlaceIn(string? written) =>
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
