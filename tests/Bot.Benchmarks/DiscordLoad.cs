using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Emulators.Programs;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks;

/// <summary>
/// A published bot that is busy: people in 16 channels ask for long articles that nobody has read yet, a crowd of such
/// articles is being read in the background, and another process takes the store for a second again and again. Then
/// people use commands and type options in other channels: how long until Discord hears that each was heard. Discord
/// tells a person after three seconds that the bot did not respond.
/// </summary>
internal static class DiscordLoad
{
    private const string Header =
        "run            interactions   p50 ms   p99 ms   max ms   unanswered after 3 s   answered   unread before   after";

    private const int Readers = 16;

    private const int ArticlesEach = 12;

    private const int Articles = 400;

    /// <summary>While the last are filed, the first are read.</summary>
    private const int ReadMeanwhile = Articles * 3 / 4;

    private const int ParagraphsEach = 400;

    private const int Interactions = 400;

    private const int PerSecond = 12;

    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Left = TimeSpan.FromSeconds(1.5);

    /// <summary>Discord's own patience, and a little more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly (string Command, object Options)[] Questions =
    [
        ("latest", new { }),
        ("help", new { }),
        ("search", new { words = "ceasefire" }),
        ("settings", new { }),
        ("about", new { }),
    ];

    public static async Task<int> MeasureAsync(string program)
    {
        var home = Directory.CreateTempSubdirectory("byline-load-");
        try
        {
            var seeds = home.CreateSubdirectory("seeds");
            SeedFiles.CopyTo(seeds);
            using var discord = await DiscordProcess.StartAsync(200, 1, "--limits", "off");
            using var bot = BotProgram.Start(
                program,
                home,
                [("Discord:Token", DiscordProcess.Token), ("Discord:ApiUrl", $"{discord.ApiUrl}")]
            );
            await discord.OrderAsync("connected");
            await discord.FirstAnswerAsync(discord.Channels[0]);
            Console.WriteLine(Header);
            var store = BotProgram.StoreOf(home);
            var isIdle = await RunAsync("idle", discord, store, []);
            WriteArticles(seeds);
            while (await UnreadAsync(store) < ReadMeanwhile)
                await Task.Delay(Left);
            var readers = discord.Channels.Take(Readers).ToList();
            foreach (var (channel, i) in readers.SelectMany(c => Enumerable.Repeat(c, ArticlesEach)).Zip(Numbers()))
                await discord.UseAsync(channel, "summary", new { article = $"Story {i}" });
            using var over = new CancellationTokenSource();
            var taking = TakeStoreAsync(store, over.Token);
            var isBusy = await RunAsync("busy", discord, store, readers);
            await over.CancelAsync();
            await taking;
            return isIdle && isBusy ? 0 : 1;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<bool> RunAsync(
        string name,
        DiscordProcess discord,
        string store,
        IReadOnlyList<string> busy
    )
    {
        var unread = await UnreadAsync(store);
        var free = discord.Channels.Except(busy).ToList();
        var before = (await discord.OrderAsync("interactions")).GetArrayLength();
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Interactions; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond);
            if (due - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            var (command, options) = Questions[i % Questions.Length];
            if (i % 8 == 7)
                await discord.OrderAsync(
                    "types",
                    new
                    {
                        person = discord.Ann,
                        channel = free[i % free.Count],
                        command = "who",
                        option = "name",
                        text = "p",
                    }
                );
            else
                await discord.UseAsync(free[i % free.Count], command, options);
        }

        await Task.Delay(Patience);
        var seen = (await discord.OrderAsync("interactions")).EnumerateArray().Skip(before).ToList();
        var waits = seen.Select(Wait).OfType<double>().Order().ToList();
        var left = await UnreadAsync(store);
        var unanswered = seen.Count - waits.Count(w => w <= 3000);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -14} {seen.Count, 12} {waits[waits.Count / 2], 8:0} {waits[waits.Count * 99 / 100], 8:0} {waits[^1], 8:0} {unanswered, 22} {seen.Count(s => s.GetProperty("answered").GetBoolean()), 10} {unread, 15} {left, 7}"
            )
        );
        return unanswered == 0;
    }

    private static async Task<long> UnreadAsync(string store)
    {
        await using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT (SELECT COUNT(*) FROM articles) - (SELECT COUNT(*) FROM analyses)";
        return (long)(await count.ExecuteScalarAsync() ?? 0L);
    }

    private static double? Wait(JsonElement interaction) =>
        interaction.GetProperty("acknowledged_after") is { ValueKind: JsonValueKind.Number } after
            ? after.GetDouble()
            : null;

    /// <summary>Nobody else may write meanwhile.</summary>
    private static async Task TakeStoreAsync(string store, CancellationToken over)
    {
        await using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        await connection.OpenAsync(CancellationToken.None);
        while (!over.IsCancellationRequested)
        {
            await using (connection.BeginTransaction(deferred: false))
                await Task.Delay(Taken, CancellationToken.None);
            await Task.Delay(Left, CancellationToken.None);
        }
    }

    /// <summary>The oldest are read last.</summary>
    private static IEnumerable<int> Numbers() => Enumerable.Range(1, Articles);

    private static void WriteArticles(DirectoryInfo folder)
    {
        var paragraphs = SeedFiles
            .All()
            .SelectMany(f => File.ReadAllText(f.FullName).Split("\n\n").Skip(1))
            .Select(p => p.Trim())
            .Where(p => p.Length > 0)
            .ToList();
        foreach (var number in Numbers())
        {
            var story = new StringBuilder();
            story.Append(
                CultureInfo.InvariantCulture,
                $"date {2024 + (number / 365)}-{1 + (number / 28 % 12):00}-{1 + (number % 28):00} Story {number} begins here."
            );
            for (var i = 0; i < ParagraphsEach; i++)
                story.Append("\n\n").Append(paragraphs[(i + number) % paragraphs.Count]);
            File.WriteAllText(Path.Combine(folder.FullName, $"{number:0000}.txt"), story.ToString());
        }
    }
}
