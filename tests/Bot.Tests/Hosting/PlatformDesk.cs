using Bot.Core.Articles.Seeds;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Storage;
using Bot.Hosting;
using Bot.Tests.Commands;
using Bot.Tests.Delivery;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Hosting;

/// <summary>The whole desk as <c>run</c> starts it, on a store of its own, with an emulated platform before it.</summary>
internal abstract class PlatformDesk : IAsyncDisposable
{
    private const int MostLooks = 5_000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(25);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("platform-desk-");
    private readonly TimeProvider? time;
    private readonly Dictionary<string, string?> settings;
    private IHost? host;

    /// <param name="more">Settings beside the store and the seeds.</param>
    protected PlatformDesk(TimeProvider? time, IEnumerable<KeyValuePair<string, string?>> more)
    {
        this.time = time;
        settings = new Dictionary<string, string?>(more)
        {
            ["Store:Connection"] = $"Data Source={folder.FullName}/bot.db;Pooling=False",
            ["Seeds:Folder"] = Seeds.FullName,
        };
        settings.TryAdd("Web:Urls", "");
    }

    /// <summary>As configuration names them; read at the next start.</summary>
    public IDictionary<string, string?> Settings => settings;

    public LogBook Log { get; } = new();

    /// <summary>Whoever lets time pass has opened the desk with such a clock.</summary>
    protected FakeTimeProvider Clock => (FakeTimeProvider)time!;

    /// <summary>The articles.</summary>
    public DirectoryInfo Seeds => folder.CreateSubdirectory("seeds");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Adds the article that ships with the bot.</summary>
    public void CopySeeds()
    {
        foreach (var seed in new DirectoryInfo(Path.Combine(ProjectRoot.Path, "seeds")).EnumerateFiles())
            seed.CopyTo(Path.Combine(Seeds.FullName, seed.Name));
    }

    public async Task StartAsync()
    {
        var read = SettingsReader.Read(settings);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(Log);
        builder.Services.AddDesk(read).AddDeskRounds(read);
        if (time is not null)
            builder.Services.AddSingleton(time);
        host = builder.Build();
        await Get<Database>().MigrateAsync(Cancellation);
        await Get<SeedLoader>().LoadAsync(Cancellation);
        await host.StartAsync(Cancellation);
    }

    public async Task StopAsync()
    {
        if (host is null)
            return;
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        host = null;
    }

    public T Get<T>()
        where T : notnull =>
        (host ?? throw new InvalidOperationException("The desk is closed.")).Services.GetRequiredService<T>();

    /// <summary>Lets the clock run, a second at a time or what is given, until what is waited for is there.</summary>
    public async Task<T> PassUntilAsync<T>(Task<T> awaited, TimeSpan? step = null)
    {
        while (!awaited.IsCompleted)
        {
            Clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.WhenAny(awaited, Task.Delay(BetweenLooks, Cancellation));
        }

        return await awaited;
    }

    /// <summary>Looks until it is so: at what no chat shows, the store and the log.</summary>
    public Task UntilAsync(Func<Task<bool>> isSo, string what) => LookAsync(isSo, what, passes: TimeSpan.Zero);

    /// <summary>Lets the clock run, a second at a time, until it is so.</summary>
    public Task PassUntilAsync(Func<bool> isSo, string what) =>
        LookAsync(() => Task.FromResult(isSo()), what, passes: TimeSpan.FromSeconds(1));

    /// <inheritdoc cref="PassUntilAsync(Func{bool},string)"/>
    public Task PassUntilAsync(Func<Task<bool>> isSo, string what) =>
        LookAsync(isSo, what, passes: TimeSpan.FromSeconds(1));

    private async Task LookAsync(Func<Task<bool>> isSo, string what, TimeSpan passes)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await isSo())
                return;
            if (passes > TimeSpan.Zero)
                Clock.Advance(passes);
            await Task.Delay(BetweenLooks, Cancellation);
        }

        Assert.Fail($"It never was so: {what}\n{string.Join('\n', Log.Entries)}");
    }

    public Task HearsAsync(string words) =>
        UntilAsync(
            () => Task.FromResult(Log.Entries.Any(e => e.Contains(words, StringComparison.Ordinal))),
            $"the log says “{words}”"
        );

    public async Task<T?> QueryAsync<T>(string sql)
    {
        await using var connection = await Get<Database>().OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>Queues posts for a place, as a digest of several messages does.</summary>
    public Task QueueAsync(Destination place, params IEnumerable<string> parts) => QueueAsync(place, null, parts);

    /// <param name="thread">As in <see cref="Post.Thread"/>.</param>
    public async Task QueueAsync(Destination place, string? thread, IEnumerable<string> parts)
    {
        await using var connection = await Get<Database>().OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Get<Outbox>()
            .EnqueueAsync(
                transaction,
                [new OutboxBatch(place, [.. parts.Select(PostRoom.Saying)], Thread: thread)],
                Cancellation
            );
        await transaction.CommitAsync(Cancellation);
        Get<DeliveryBell>().Ring();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await CloseAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Ends the emulated platform.</summary>
    protected abstract ValueTask CloseAsync();
}
