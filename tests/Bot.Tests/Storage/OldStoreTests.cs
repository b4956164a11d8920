using System.Globalization;
using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Storage;

/// <summary>A store that an earlier version has filled goes on as it was.</summary>
public sealed class OldStoreTests : IDisposable
{
    /// <summary>Before digests had rhythms, and places filters, topics and settings of their own.</summary>
    private const int Schema = 8;

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_planned_set_and_posted_stays()
    {
        await FillAsync(
            """
            INSERT INTO places (chat, zone, language) VALUES ('discord:1', 'Europe/Berlin', 'de');
            INSERT INTO digests (destination, name, name_key, at, days, zone, size, made_by, made)
            VALUES ('discord:1', 'Morning', 'MORNING', '07:30', 'mon-fri', 'Europe/Berlin', 'brief', 'discord:1', '2026-11-01T00:00:00.000Z');
            INSERT INTO digest_terms (destination, digest, terms, since)
            VALUES ('discord:1', 'Morning', '07:30 mon-fri Europe/Berlin', '2026-11-01T00:00:00.000Z');
            INSERT INTO digest_beginnings (destination, last_article, covers_from)
            VALUES ('discord:1', 0, '2026-11-01T00:00:00.000Z');
            INSERT INTO digest_ledger (id, destination, digest, local_date, slot, state, created, covers_from)
            VALUES (1, 'discord:1', 'Morning', '2026-11-23', '07:30', 'owed', '2026-11-23T06:30:00.000Z', NULL);
            """
        );
        await using var room = await DigestRoom.OpenAsync(_folder, _time, [], _platform);

        var listed = PlainText.Of(await room.AskAsync("/digest list"));
        var settings = string.Join('\n', PlainText.Of(await room.AskAsync("/settings")));
        await room.FileAsync("Floods in Spain");
        var today = await room.RingAndDeliverAsync();
        _time.SetUtcNow(new(2026, 11, 24, 6, 30, 0, TimeSpan.Zero));
        var tomorrow = await room.RingAndDeliverAsync();

        Assert.Contains(
            listed,
            l => l.Contains("Morning · Montag bis Freitag um 07:30 Uhr, Europe/Berlin", StringComparison.Ordinal)
        );
        Assert.Contains("Europe/Berlin", settings, StringComparison.Ordinal);
        Assert.IsType<DigestOutcome.NotDue>(today);
        Assert.IsType<DigestOutcome.Owed>(tomorrow);
        Assert.Single(_platform.Shown);
    }

    private async Task FillAsync(string sql)
    {
        await using var connection = new SqliteConnection(_folder.Options.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var scripts = Path.Combine(ProjectRoot.Path, "src", "Bot.Core", "Storage", "Migrations", "Sqlite");
        foreach (var script in Directory.EnumerateFiles(scripts).Order(StringComparer.Ordinal).Take(Schema))
            await connection.ExecuteAsync(await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken));
        await connection.ExecuteAsync(sql);
        await connection.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA user_version = {Schema}; PRAGMA application_id = {0x42594C4E}; PRAGMA journal_mode = WAL"
            )
        );
    }
}
