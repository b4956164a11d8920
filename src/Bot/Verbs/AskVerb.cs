using System.CommandLine;
using Bot.Core.Articles;
using Bot.Core.Articles.Seeds;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Delivery;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Discord.Rendering;
using Bot.Hosting;
using Bot.Telegram.Rendering;
using Bot.Terminal;

namespace Bot.Verbs;

/// <summary><c>ask "COMMAND"</c>: one command, answered as the terminal shows it, as the reply's blocks, or as what a platform would be sent.</summary>
internal static class AskVerb
{
    /// <summary>A folder as most people have it is read to the end before the answer.</summary>
    private const int AlwaysRead = 50;

    /// <summary>How long one command may go on reading beyond those.</summary>
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(2);

    /// <summary>By the name of a platform, how it is sent a reply.</summary>
    private static readonly Dictionary<string, Func<ServiceProvider, Reply, Edition, string>> Platforms = new(
        StringComparer.Ordinal
    )
    {
        ["discord"] = AsDiscord,
        ["telegram"] = AsTelegram,
    };

    public static Command Create(IReadOnlyDictionary<string, string?> given)
    {
        var line = new Argument<string[]>("COMMAND")
        {
            Description = "As typed in a chat: \"/quotes by:putin\".",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "The reply's blocks as JSON." };
        var platform = new Option<string>("--platform")
        {
            Description = "What would be sent to this platform, discord or telegram: a JSON array of its own requests.",
            HelpName = "NAME",
        };
        platform.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<string>() is var name && !Platforms.ContainsKey(name ?? ""))
                option.AddError($"“{name}” is not served: --platform takes discord or telegram.");
        });
        var verb = new Command("ask", "Ask one command and end.") { line, json, platform };
        verb.Validators.Add(asked =>
        {
            if (asked.GetValue(json) && asked.GetResult(platform) is not null)
                asked.AddError("--json and --platform ask for two different outputs: give one of them.");
        });
        verb.SetAction(
            (parsed, cancellation) =>
                AskAsync(
                    SettingsReader.Read(given),
                    string.Join(' ', parsed.GetValue(line)!),
                    parsed.GetValue(json) ? AsJson
                        : parsed.GetValue(platform) is { } name ? Platforms[name]
                        : null,
                    cancellation
                )
        );
        return verb;
    }

    private static string AsJson(ServiceProvider desk, Reply reply, Edition edition) => reply.ToJson();

    private static string AsDiscord(ServiceProvider desk, Reply reply, Edition edition)
    {
        var catalog = desk.GetRequiredService<CommandCatalog>();
        return DiscordBody.ToJson(
            DiscordRenderer.Render(reply, edition, name => catalog.Find(name) is { Description.IsAboutThePlace: true })
        );
    }

    private static string AsTelegram(ServiceProvider desk, Reply reply, Edition edition) =>
        SendBody.ToJson(TelegramRenderer.Render(reply, edition));

    /// <param name="write">How the reply is written for a program; null for people, as the terminal shows it.</param>
    private static async Task<int> AskAsync(
        Settings settings,
        string line,
        Func<ServiceProvider, Reply, Edition, string>? write,
        CancellationToken cancellation
    )
    {
        var services = new ServiceCollection().AddLogging(log => log.AddDeskLogging(settings.Source)).AddDesk(settings);
        await using var desk = services.BuildServiceProvider();
        await desk.GetRequiredService<Database>().MigrateAsync(cancellation);
        await SeedReading.LoadAsync(desk.GetRequiredService<SeedLoader>(), cancellation);
        await ReadWaitingAsync(desk, cancellation);

        var answers = Console.Out;
        // Standard output is the reply's JSON and nothing else; what the command posts is shown beside it.
        if (write is not null)
            Console.SetOut(Console.Error);
        var reply = await desk.GetRequiredService<CommandDesk>()
            .AnswerAsync(line, TerminalPlatform.Owner, Destination.Terminal, cancellation);
        await desk.GetRequiredService<Courier>().DeliverToAsync(Destination.Terminal, cancellation);
        var edition = desk.GetRequiredService<Phrasebook>().In(TerminalPlatform.Owner.Language);
        var answer = write is null
            ? TerminalRenderer.ToText(reply, TerminalDress.OfStandardOutput(), edition)
            : write(desk, reply, edition);
        await answers.WriteLineAsync(answer.AsMemory(), cancellation);
        return ExitCodes.Success;
    }

    /// <summary>Under <c>run</c> articles are read in the background; here nobody else does, and some answers look over them all.</summary>
    private static async Task ReadWaitingAsync(ServiceProvider desk, CancellationToken cancellation)
    {
        var reading = desk.GetRequiredService<AnalysisDesk>();
        await reading.ReadWaitingAsync(cancellation, AlwaysRead);
        using var deadline = new CancellationTokenSource(ReadingTime, desk.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            await reading.ReadWaitingAsync(either.Token);
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // The rest is read by the next command, or under run.
        }
    }
}
