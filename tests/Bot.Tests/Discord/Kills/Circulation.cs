using System.Globalization;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Storage;
using Bot.Emulators.Discord;
using Bot.Emulators.Programs;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using DiscordChannel = Bot.Emulators.Discord.Channel;

namespace Bot.Tests.Discord.Kills;

/// <summary>Channels that one digest after the other is planned for, each under a name of its own.</summary>
internal sealed class Circulation
{
    /// <summary>The bot is not running when a digest falls due: it comes late, at the next start.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PlannedBefore = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo home;
    private readonly Database database;
    private readonly List<DiscordChannel> channels;
    private readonly List<string> names = [];

    public Circulation(DirectoryInfo home, DiscordEmulator discord, int channels)
    {
        this.home = home;
        home.CreateSubdirectory("seeds");
        home.CreateSubdirectory("data");
        database = new Database(
            new StoreOptions { Connection = $"Data Source={BotProgram.StoreOf(home)};Pooling=False" }
        );
        Bot = discord.AddBot();
        var guild = discord.AddGuild("The server", discord.AddPerson("Ann"));
        this.channels = [.. Enumerable.Range(1, channels).Select(i => guild.AddTextChannel($"news-{i}"))];
    }

    public BotAccount Bot { get; }

    public Database Database => database;

    public IReadOnlyList<DiscordChannel> Channels => channels;

    /// <summary>Of the digests, in the order in which they were planned.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>How many channels do not have the last digest yet.</summary>
    public int Lacking => names.Count == 0 ? 0 : channels.Count(c => Copies(c, names[^1]) == 0);

    /// <summary>In how many channels the bot still has to post the last digest, or cannot know that it has.</summary>
    public async Task<int> OpenAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return channels.Count
            - await connection.ExecuteScalarAsync<int>(
                "SELECT COUNT(*) FROM outbox WHERE state NOT IN ('waiting', 'sending') AND reply LIKE @last",
                new { last = $"%{names[^1]}%" }
            );
    }

    public static int Copies(DiscordChannel channel, string name) =>
        channel.BotMessages.Count(m => TranscriptText.Of(m).Contains(name, StringComparison.Ordinal));

    /// <summary>Plans a digest for every channel, due at one moment, and files an article for it. The bot must not run.</summary>
    public async Task PlanAsync(CancellationToken cancellation)
    {
        await database.MigrateAsync(cancellation);
        var now = TimeProvider.System.GetUtcNow();
        var plans = new DigestStore(database, new FakeTimeProvider(now - PlannedBefore));
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
        foreach (var channel in channels)
        {
            var order = new DigestOrder(name, DiscordDesk.PlaceOf(channel), TimeZoneInfo.Utc, ReadingSize.Normal);
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
