using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary>The desk over a real store in a folder of its own, with the articles that a test puts into it.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    public static readonly Asker Reader = new("1", "Ann", Standing.Reader, CultureInfo.GetCultureInfo("en"));
    public static readonly Destination Place = new("discord", "1");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom");
    private readonly ServiceProvider services;
    private int filed;

    private Newsroom(Action<IServiceCollection>? more)
    {
        var collection = new ServiceCollection()
            .AddStorage(new StoreOptions { Connection = $"Data Source={folder.FullName}/bot.db;Pooling=False" })
            .AddArticles()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero)))
            .AddLogging(l => l.AddProvider(Log))
            .AddDelivery()
            .AddDigests([])
            .AddFeedDesk()
            .AddCommands();
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public LogBook Log { get; } = new();

    public static async Task<Newsroom> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var newsroom = new Newsroom(more);
        await newsroom.Get<Database>().MigrateAsync(TestContext.Current.CancellationToken);
        return newsroom;
    }

    public IServiceProvider Services => services;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<Newsroom> AddAsync(
        string text,
        string title = "",
        string? published = "2025-12-28",
        string source = "The Gazette",
        string? url = null,
        string? author = null
    )
    {
        await Get<ArticleIntake>()
            .FileAsync(
                $"{++filed}.txt",
                [
                    new ArticleCopy(
                        source,
                        title.Length > 0 ? title : text.Split('.')[0],
                        title.Length > 0,
                        url is null ? null : new Uri(url),
                        author,
                        published is null
                            ? null
                            : DateTimeOffset.Parse($"{published}T00:00:00Z", CultureInfo.InvariantCulture),
                        text
                    ),
                ],
                TestContext.Current.CancellationToken
            );
        return this;
    }

    /// <summary>Another process has every feed in hand until then.</summary>
    public async Task HoldFeedsAsync(string holder, string until)
    {
        await using var connection = await Get<Database>().OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("UPDATE feeds SET holder = @holder, held_until = @until", new { holder, until });
    }

    /// <summary>As the background does under <c>run</c>: people over all articles are known afterwards.</summary>
    public Task ReadAllAsync() => Get<AnalysisDesk>().ReadWaitingAsync(TestContext.Current.CancellationToken);

    public Task<Reply> AskAsync(string line, Asker? asker = null) =>
        Get<CommandDesk>().AnswerAsync(line, asker ?? Reader, Place, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>What was logged, for a test to read.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();
    private readonly List<string> entries = [];

    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (gate)
            entries.Add($"{logLevel} {formatter(state, exception)} {exception?.Message}");
    }

    public void Dispose() { }
}
