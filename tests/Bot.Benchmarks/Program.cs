using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks;

// first-answer PROGRAM and telegram-load PROGRAM: whole processes; seeds COUNT: a whole folder; discord-ready: all
// servers of a large bot. All outside BenchmarkDotNet; anything else goes to it.
if (args is ["first-answer", var program, ..])
    return await FirstAnswer.MeasureAsync(program);
if (args is ["telegram-load", var bot])
    return await TelegramLoad.MeasureAsync(bot);
if (args is ["seeds", var count, ..])
    return await SeedsAndSearch.MeasureAsync(int.Parse(count, CultureInfo.InvariantCulture));
if (args is ["discord-ready"])
    return await DiscordReady.MeasureAsync();
BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
return 0;
