using Bot.Emulators.Programs;
using Bot.Emulators.Telegram;

namespace Bot.Benchmarks;

/// <summary>
/// 500 people ask a published bot three questions each within a minute, over an emulated Telegram that refuses none of
/// its messages: how long each waits for the answer, and what the process holds of memory meanwhile. Once at random
/// moments, where the bot's own pace (24 messages a second in the long run, one a second in a chat) delays some; once
/// at even ones, 20 a second and 12.5 s apart in each chat, where the pace never applies.
/// </summary>
internal static class TelegramLoad
{
    private const int Chats = 500;
    private const int Seed = 7;
    private const int PerSecond = 20;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly string[] Questions =
    [
        "/summary",
        "/quotes",
        "/quotes by:putin",
        "/who",
        "/who zelenskyy",
        "/latest",
        "/search ceasefire",
        "/read",
        "/help",
    ];

    public static async Task<int> MeasureAsync(string program)
    {
        var home = Directory.CreateTempSubdirectory("byline-load-");
        try
        {
            SeedFiles.CopyTo(home.CreateSubdirectory("seeds"));
            await using var telegram = await TelegramEmulator.StartAsync(
                new TelegramEmulatorOptions
                {
                    HasFloodControl = false,
                    SpecificationFolder = null,
                    LongestWait = TimeSpan.FromMinutes(5),
                }
            );
            var account = telegram.AddBot();
            using var bot = BotProgram.Start(program, home, telegram);
            await account.WaitUntilPollingAsync(CancellationToken.None);
            var expected = await ExpectedAsync(telegram, account);
            Console.WriteLine(LoadFigures.Header);
            var isRight = await RunAsync("spaced", Spaced, telegram, account, bot, expected);
            isRight &= await RunAsync("at random", AtRandom, telegram, account, bot, expected);
            isRight &= await RunAsync("spaced again", Spaced, telegram, account, bot, expected);
            return isRight ? 0 : 1;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>What each question is answered while nobody else asks: one person after the other, so that no pace applies.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> ExpectedAsync(
        TelegramEmulator telegram,
        BotAccount account
    )
    {
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in Questions)
        {
            var reader = telegram.AddPerson($"First to ask {question}", "en");
            var asked = reader.Says(reader.PrivateChatWith(account), question);
            expected[question] = (await asked.Chat.WaitForAnswerAsync(asked, CancellationToken.None)).Text;
        }

        return expected;
    }

    private static async Task<bool> RunAsync(
        string name,
        Func<Random, IEnumerable<(int Chat, TimeSpan At)>> plan,
        TelegramEmulator telegram,
        BotAccount account,
        BotProgram bot,
        IReadOnlyDictionary<string, string> expected
    )
    {
        var random = new Random(Seed);
        var readers = Enumerable
            .Range(0, Chats)
            .Select(i => telegram.AddPerson($"Reader {i}", "en").PrivateChatWith(account))
            .ToList();
        var asked = new List<AskedAt>();
        using var over = new CancellationTokenSource();
        var memory = LoadMemory.WatchAsync(bot, over.Token);
        var began = TimeProvider.System.GetTimestamp();
        foreach (var (chat, at) in plan(random).OrderBy(p => p.At))
        {
            if (at - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            var question = Questions[random.Next(Questions.Length)];
            var now = TimeProvider.System.GetUtcNow();
            var message = readers[chat].With!.Says(readers[chat], question); // A private chat has a person.
            asked.Add(new AskedAt(message, expected[question], now));
        }

        foreach (var reader in readers)
            await reader.WaitForBotMessagesAsync(asked.Count(a => a.Question.Chat == reader), CancellationToken.None);
        await over.CancelAsync();
        var figures = LoadFigures.Of(name, asked, telegram.Requests, await memory);
        Console.WriteLine(figures);
        return figures.Wrong == 0;
    }

    private static IEnumerable<(int Chat, TimeSpan At)> AtRandom(Random random) =>
        from chat in Enumerable.Range(0, Chats)
        from question in Enumerable.Range(0, 3)
        select (chat, Minute * random.NextDouble());

    /// <summary>The first half of the people asks in turns, each three times; then the other half.</summary>
    private static IEnumerable<(int Chat, TimeSpan At)> Spaced(Random random) =>
        from chat in Enumerable.Range(0, Chats)
        from question in Enumerable.Range(0, 3)
        let half = Chats / 2
        let place = (chat / half * half * 3) + (question * half) + (chat % half)
        select (chat, TimeSpan.FromSeconds((double)place / PerSecond));
}

/// <param name="Answer">What is to be answered.</param>
internal sealed record AskedAt(Message Question, string Answer, DateTimeOffset At);
