using Bot.Core.Chat;
using Bot.Core.Feeds.Fetching;

namespace Bot.Discord.Receiving;

/// <summary>Files that hang on an interaction. Discord tells their address, which is asked for as any address from outside is.</summary>
internal sealed partial class GivenFiles(Fetcher fetcher, ILogger<GivenFiles> log)
{
    public async Task<FileReading> ReadAsync(GivenFile file, int mostBytes, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(file.Reference, UriKind.Absolute, out var url))
            return Gone("its address is none");
        var outcome = await fetcher.FetchAsync(
            new FetchRequest(url, FetchedKind.Feed) { IsAwaited = true },
            cancellation
        );
        return outcome switch
        {
            FetchOutcome.Fetched fetched when fetched.Bytes.Length <= mostBytes => new FileReading.Read(fetched.Bytes),
            FetchOutcome.Fetched or FetchOutcome.Failed { Fault: FetchFault.TooLarge } => new FileReading.TooLarge(),
            FetchOutcome.Failed failed => Gone(failed.Words),
            _ => Gone(outcome.GetType().Name),
        };
    }

    private FileReading.Gone Gone(string why)
    {
        LogUnread(why);
        return new FileReading.Gone();
    }

    [LoggerMessage(822, LogLevel.Warning, "A file that was given cannot be fetched from Discord ({Why})")]
    private partial void LogUnread(string why);
}
