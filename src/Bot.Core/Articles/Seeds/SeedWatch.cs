using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Articles.Seeds;

/// <summary>
/// Keeps looking into the folder of seeds: soon after the system tells of a change, and from time to time in case it
/// did not, or the folder comes later.
/// </summary>
public sealed partial class SeedWatch(SeedLoader loader, TimeProvider clock, ILogger<SeedWatch> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);

    private readonly Settling settling = new(clock, Rest);
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private FileSystemWatcher? watcher;
    private bool isDeaf;

    /// <summary>One look. What has changed since the last is taken once it has rested.</summary>
    public async Task<SeedReport> LookAsync(CancellationToken cancellation)
    {
        var report = await loader.LoadAsync(settling.IsRipe, settling.IsGone, _ => { }, cancellation);
        settling.EndLook();
        return report;
    }

    public override void Dispose()
    {
        watcher?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Listen();
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
            }

            // A file that is being written changes all the time: while something rests, no change hastens the next look.
            if (settling.IsWaiting)
                await Task.Delay(Rest, clock, stoppingToken);
            else
                await WaitAsync(stoppingToken);
        }
    }

    /// <summary>Until the system tells of a change, or a round is over.</summary>
    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var change = changes.Reader.WaitToReadAsync(enough.Token).AsTask();
        var pause = Task.Delay(Round, clock, enough.Token);
        await Task.WhenAny(change, pause);
        await enough.CancelAsync();
        changes.Reader.TryRead(out _);
        cancellation.ThrowIfCancellationRequested();
    }

    private void Listen()
    {
        if (!Directory.Exists(loader.Folder))
        {
            // One that comes back under the same name is another to the system.
            watcher?.Dispose();
            watcher = null;
            return;
        }

        if (watcher is not null || isDeaf)
            return;
        try
        {
            watcher = new FileSystemWatcher(loader.Folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Ring();
            watcher.Created += (_, _) => Ring();
            watcher.Deleted += (_, _) => Ring();
            watcher.Renamed += (_, _) => Ring();
            watcher.Error += (_, _) => Ring();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher?.Dispose();
            watcher = null;
            isDeaf = true;
            Deaf(loader.Folder, Round.TotalSeconds, refused);
        }
    }

    private void Ring() => changes.Writer.TryWrite(true);

    [LoggerMessage(
        103,
        LogLevel.Warning,
        "The system does not tell of changes in {Folder}; they are found within {Seconds} s"
    )]
    private partial void Deaf(string folder, double seconds, Exception refused);

    [LoggerMessage(104, LogLevel.Error, "Looking for seeds failed; the next look comes")]
    private partial void Stumbled(Exception failure);
}
