using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Tests.Commands;
using Bot.Tests.Delivery;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>One process that makes and posts digests; a second one on the same store is a second <see cref="DigestRoom"/>.</summary>
internal sealed class DigestRoom : IAsyncDisposable
{
    private static readonly Asker Editor = new("1", "Ann", Standing.Administrator, CultureInfo.GetCultureInfo("en"));
    private readonly ServiceProvider _services;
    private static int s_filed;

    private DigestRoom(
        StoreFolder folder,
        FakeTimeProvider time,
        IEnumerable<DigestOptions> digests,
        IEnumerable<IChatPlatform> platforms,
        Phrasebook? phrasebook
    )
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddLogging(l => l.AddProvider(Log))
            .AddStorage(folder.Options)
            .AddArticles()
            .AddDelivery()
            .AddDigests([.. digests])
            .AddFeedDesk()
            .AddCommands();
        if (phrasebook is not null)
            services.AddSingleton(phrasebook);
        foreach (var platform in platforms)
            services.AddSingleton(platform);
        _services = services.BuildServiceProvider();
    }

    public LogBook Log { get; } = new();

    /// <summary>The first digest that is planned.</summary>
    public async Task<PlannedDigest> PlannedAsync() => (await Get<DigestBook>().ReadAsync(Cancellation)).Digests[0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DigestRoom> OpenAsync(
        StoreFolder folder,
        FakeTimeProvider time,
        DigestOptions[] digests,
        params IChatPlatform[] platforms
    ) => await OpenAsync(folder, time, digests, null, platforms);

    public static async Task<DigestRoom> OpenAsync(
        StoreFolder folder,
        FakeTimeProvider time,
        DigestOptions[] digests,
        Phrasebook? phrasebook,
        params IChatPlatform[] platforms
    )
    {
        var room = new DigestRoom(folder, time, digests, platforms, phrasebook);
        await room.Get<Database>().MigrateAsync(Cancellation);
        return room;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A headline of an event of its own: no two share a word.</summary>
    public static string Headline(int number)
    {
        string[] first = ["Ba", "De", "Fi", "Go", "Ku", "La", "Me", "Ni", "Po", "Ru"];
        string[] last = ["dorna", "felix", "gantu", "hersk", "jolin", "kampo", "lutra", "marsh", "nobel", "pinza"];
        var (a, b) = (number % 10, number / 10 % 10);
        return $"{first[a]}{last[b]}{number} {last[b]}{first[a]}{number} {first[b]}{last[(a + 5) % 10]}{number}";
    }

    public async Task FileAsync(
        string headline,
        string? published = null,
        string? text = null,
        string source = "The Gazette",
        bool hasOwnTitle = true,
        string? origin = null
    )
    {
        await Get<ArticleIntake>()
            .FileAsync(
                origin ?? $"{Interlocked.Increment(ref s_filed)}.txt",
                [
                    new ArticleCopy(
                        source,
                        headline,
                        hasOwnTitle,
                        Url: null,
                        Author: null,
                        published is null ? null : DateTimeOffset.Parse(published, CultureInfo.InvariantCulture),
                        text
                            ?? $"The story of {headline} begins here. It goes on with a second sentence about {headline}."
                    ),
                ],
                Cancellation
            );
    }

    /// <summary>What the scheduler does when it rings for the first digest.</summary>
    public async Task<DigestOutcome> RingAsync() =>
        (await Get<DigestRound>().RunAsync([await PlannedAsync()], Cancellation))[0];

    public Task DeliverAsync() => PostRoom.DeliverAsync(Get<Courier>());

    public async Task<DigestOutcome> RingAndDeliverAsync()
    {
        var outcome = await RingAsync();
        await DeliverAsync();
        return outcome;
    }

    /// <param name="file">Given along.</param>
    public Task<Reply> AskAsync(
        string line,
        string place = "discord:1",
        bool isEditor = true,
        GivenFile? file = null
    ) => AskAsync(line, isEditor ? Standing.Administrator : Standing.Reader, place, file: file);

    /// <param name="roles">Of whoever asks.</param>
    public Task<Reply> AskAsync(
        string line,
        Standing standing,
        string place = "discord:1",
        GivenFile? file = null,
        params IReadOnlyList<string> roles
    ) =>
        Get<CommandDesk>()
            .AnswerAsync(
                line,
                Editor with
                {
                    Standing = standing,
                    Roles = roles,
                },
                Destination.TryParse(place)!.Value,
                Cancellation,
                file: file
            );

    public async Task<T?> QueryAsync<T>(string sql)
    {
        await using var connection = await Get<Database>().OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
