using System.Globalization;
using System.Runtime.InteropServices;
using Bot.Emulators.Telegram;

const string Usage = "usage: telegram [--port N] [--specs FOLDER]";

if (args is not ["telegram", .. var rest])
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

var options = new TelegramEmulatorOptions();
for (var i = 0; i < rest.Length; i += 2)
    switch (rest[i..Math.Min(i + 2, rest.Length)])
    {
        case ["--port", var given] when int.TryParse(given, CultureInfo.InvariantCulture, out var port):
            options = options with { Port = port };
            break;
        case ["--specs", var folder]:
            options = options with { SpecificationFolder = folder };
            break;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }

await using var emulator = await TelegramEmulator.StartAsync(options);
if (emulator.SpecificationSkipped is { } why)
    await Console.Error.WriteLineAsync($"requests are not held against the official description: {why}");
Console.WriteLine($"telegram {emulator.Url.GetLeftPart(UriPartial.Authority)}");

using var stop = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(
    PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        stop.Cancel();
    }
);
var ended = new TaskCompletionSource();
await using var stopped = stop.Token.Register(ended.SetResult);
await Task.WhenAny(Console.In.ReadToEndAsync(), ended.Task);
return 0;
