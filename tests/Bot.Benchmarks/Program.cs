using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks;

// first-answer, telegram-load, discord-load and discord-ready PROGRAM: whole processes; seeds COUNT: a whole folder;
// scoped-lists COUNT: lists, counts and covers of chats that follow feeds, in a store of so many articles;
// discord-ready: the connections of a large bot alone; analyze-speed FILE [EVERY] and analyze-memory FILE [COUNT]: the
// analysis over articles as JSON Lines; feeds-speed FOLDER...: the reader over folders of feeds. All outside BenchmarkDotNet; anything else goes to it.
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
if (args is ["feeds-town", var port])
    return await FeedsTown.ServeAsync(port);
BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
return 0;
