using System.CommandLine;
using Bot.Core.Articles.Seeds;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Terminal;

namespace Bot.Verbs;

/// <summary><c>run</c>, and no verb at all: the hosted worker, which serves the terminal where no token is set.</summary>
internal static class RunVerb
{
    /// <summary>
    /// SQLite keeps a thread while it waits for its turn to write, and reading an article keeps one too; the runtime
    /// adds threads beyond its cores but slowly, and Discord waits three seconds for a word. As many as places that are
    /// answered and posted to at once, and some more.
    /// </summary>
    private const int ThreadsAtOnce = 128;

    public static void AddTo(RootCommand root, IReadOnlyDictionary<string, string?> given)
    {
        var verb = new Command(
            "run",
            "Serve the desk: a prompt in the terminal, or commands line by line from standard input."
        );
        verb.SetAction((_, cancellation) => RunAsync(SettingsReader.Read(given), cancellation));
        root.Add(verb);
        root.SetAction((_, cancellation) => RunAsync(SettingsReader.Read(given), cancellation));
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancellation)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsAtOnce), ports);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddDeskLogging(settings.Source);
        builder.Services.AddDesk(settings).AddDeskRounds(settings);
        using var host = builder.Build();
        var store = host.Services.GetRequiredService<Database>();
        await store.MigrateAsync(cancellation);
        var report = await SeedReading.LoadAsync(host.Services.GetRequiredService<SeedLoader>(), cancellation);
        var edition = host.Services.GetRequiredService<Phrasebook>().In(TerminalPlatform.Owner.Language);
        var served = host.Services.GetServices<IChatPlatform>().Select(p => p.Name);
        var plan = await host.Services.GetRequiredService<DigestBook>().ReadAsync(cancellation);
        await Greeting.SayAsync(Console.Error, edition, report, settings, store, plan, [.. served]);
        // Asked for now: the host takes its services with it.
        var terminal = host.Services.GetRequiredService<TerminalPlatform>();
        var rounds = host.Services.GetRequiredService<CommandRounds>();
        await host.RunAsync(cancellation);
        if (rounds.HasLost)
            return ExitCodes.Failed;
        return cancellation.IsCancellationRequested || terminal.WasInterrupted
            ? ExitCodes.Interrupted
            : ExitCodes.Success;
    }
}
