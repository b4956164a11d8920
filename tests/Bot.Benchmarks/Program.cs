using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks;

// What runs outside BenchmarkDotNet; anything else goes to it.
//   first-answer PROGRAM            how soon a whole process answers
//   telegram-load PROGRAM           many people over an emulated Telegram
//   discord-load PROGRAM            many people over an emulated Discord
//   discord-ready [PROGRAM]         a large bot's connections, in a process of its own or alone
//   seeds COUNT                     a folder of so many articles, loaded and searched
//   scoped-lists COUNT              lists, counts and covers of chats that follow feeds, in a store of so many articles
//   analyze-speed FILE [EVERY]      the analysis beside others', over each EVERYth article of JSON Lines
//   analyze-memory FILE [COUNT]     what the analysis holds over so many articles
//   digest-year FILE FOLDER         a channel's digests over articles as JSON Lines, to be read and counted
//   digests-due FILE                10,000 digests that are due in one minute, over articles as JSON Lines
//   feeds-speed FOLDER...           the reader of feeds beside others', over folders of feeds
//   feeds-polling                   10,000 feeds of a web on loopback, for an hour of a faster clock
//   feeds-town PORT                 that web, which feeds-polling starts as a process of its own
if (args is ["first-answer", var program, ..])
    return await FirstAnswer.MeasureAsync(program);
if (args is ["telegram-load", var bot])
    return await TelegramLoad.MeasureAsync(bot);
if (args is ["seeds", var count, ..])
    return await SeedsAndSearch.MeasureAsync(int.Parse(count, CultureInfo.InvariantCulture));
if (args is ["scoped-lists", var stored])
    return await ScopedLists.MeasureAsync(int.Parse(stored, CultureInfo.InvariantCulture));
if (args is ["discord-load", var loaded])
    return await DiscordLoad.MeasureAsync(loaded);
if (args is ["discord-ready", var started])
    return await DiscordStart.MeasureAsync(started);
if (args is ["discord-ready"])
    return await DiscordReady.MeasureAsync();
if (args is ["analyze-speed", var file, ..] && OperatingSystem.IsLinux())
    return await AnalyzeSpeed.MeasureAsync(
        file,
        args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1
    );
if (args is ["analyze-memory", var stream, ..])
    return await AnalyzeMemory.MeasureAsync(
        stream,
        args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 10_000
    );
if (args is ["feeds-speed", _, ..] && OperatingSystem.IsLinux())
    return await FeedsSpeed.MeasureAsync(args[1..]);
if (args is ["feeds-polling"])
    return await FeedsPolling.MeasureAsync();
if (args is ["digest-year", var year, var folder])
    return await DigestYear.MeasureAsync(year, folder);
if (args is ["digests-due", var news])
    return await DigestsDue.MeasureAsync(news);
if (args is ["feeds-town", var port])
    return await FeedsTown.ServeAsync(port);
BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
return 0;
