using System.Globalization;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Storage;
using Bot.Emulators.Programs;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests.Kills;

/// <summary>Places that one digest after the other is planned for, each under a name of its own.</summary>
internal sealed class Circulation
{
    /// <summary>The bot is not running when a digest falls due: it comes late, at the next start.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PlannedBefore = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo home;
    private readonly List<string> names = [];

    public Circulation(DirectoryInfo home, IReadOnlyList<Doorstep> doorsteps)
    {
        (this.home, Doorsteps) = (home, doorsteps);
        home.CreateSubdirectory("seeds");
        home.CreateSubdirectory("data");
        Database = new Database(
            new StoreOptions { Connection = $"Data Source={BotProgram.StoreOf(home)};Pooling=False" }
        );
    }

    public Database Database { get; }

    public IReadOnlyList<Doorstep> Doorsteps { get; }

    /// <summary>Of the digests, in the order in which they were planned.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Of what the store has been given and has not yet put in order, in bytes: it grows as something is written.</summary>
    public long JournalLength() =>
        new FileInfo($"{Database.Path}-wal") is { Exists: true } journal ? journal.Length : 0;

    /// <summary>How far the last digest has come.</summary>
    public async Task<EditionState> EditionAsync(CancellationToken cancellation)
    {
        await using var connection = await Database.OpenAsync(cancellation);
        return await connection.QuerySingleAsync<EditionState>(
            """
            SELECT (SELECT COUNT(*) FROM digest_ledger WHERE digest = @last) AS owed,
              COUNT(*) FILTER (WHERE o.state = 'waiting') AS waiting,
              COUNT(*) FILTER (WHERE o.state = 'sending') AS sending,
              COUNT(*) FILTER (WHERE o.state NOT IN ('waiting', 'sending')) AS settled
            FROM digest_ledger l JOIN outbox o ON o.ledger = l.id WHERE l.digest = @last
            """,
            new { last = names[^1] }
        );
    }

    /// <summary>Plans a digest for every place, due at one moment, and files an article for it. The bot must not run.</summary>
    public async Task PlanAsync(CancellationToken cancellation)
    {
        await Database.MigrateAsync(cancellation);
        var now = TimeProvider.System.GetUtcNow();
        var plans = new DigestStore(Database, new FakeTimeProvider(now - PlannedBefore));
        foreach (var digest in (await plans.ReadAsync(chat: null, cancellation)).Digests)
            await plans.RemoveAsync(digest.Id!.Value, cancellation); // It comes from the store.

        var name = string.Create(CultureInfo.InvariantCulture, $"Edition {names.Count + 1:00000}");
        names.Add(name);
        await File.WriteAllTextAsync(
            Path.Combine(home.FullName, "seeds", $"{names.Count:00000}.txt"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"date {now:yyyy-MM-dd} Barn number {names.Count} burned down on Friday. Nobody was hurt."
            ),
            cancellation
        );
        var at = TimeOnly.FromDateTime((now - Overdue).UtcDateTime);
        foreach (var doorstep in Doorsteps)
        {
            var order = new DigestOrder(name, doorstep.Place, TimeZoneInfo.Utc, ReadingSize.Normal);
            await plans.TryAddAsync(
                new DigestSchedule(
                    order,
                    new Rhythm.AtTimes([new TimeOnly(at.Hour, at.Minute)]),
                    DigestDays.TryParse("daily")!
                ),
                "discord:1",
                cancellation
            );
        }
    }
}
