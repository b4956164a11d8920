using Bot.Core.Chat;
using Bot.Core.Feeds.Fetching;

namespace Bot.Discord.Receiving;

/// <summary>Files that hang on an interaction. Discord tells their address, which is asked for as any address from outside is.</summary>
internal sealed class GivenFiles(Fetcher fetcher)
{
    public async Task<FileReading> ReadAsync(GivenFile file, int mostBytes, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(file.Reference, UriKind.Absolute, out var url))
            return new FileReading.Gone();
        return await fetcher.FetchAsync(
            new FetchRequest(url, FetchedKind.Feed) { IsAwaited = true },
            cancellation
        ) switch
        {
            FetchOutcome.Fetched fetched when fetched.Bytes.Length <= mostBytes => new FileReading.Read(fetched.Bytes),
            FetchOutcome.Fetched or FetchOutcome.Failed { Fault: FetchFault.TooLarge } => new FileReading.TooLarge(),
            _ => new FileReading.Gone(),
        };
    }
}
