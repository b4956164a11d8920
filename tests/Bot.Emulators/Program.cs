using System.Globalization;
using System.Runtime.InteropServices;
using Bot.Emulators.Telegram;

const string Usage = "usage: telegram [--port N] [--specs FOLDER] [--floods on|off]";

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
        case ["--floods", "on" or "off"]:
            options = options with { HasFloodControl = rest[i + 1] == "on" };
            break;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }

await using var emulator = await TelegramEmulator.StartAsync(options);
if (emulator.SpecificationSkipped is { } why)
    await Console.Error.WriteLineAsync($"requests are not held against the official description: {why}");
Console.WriteLine($"telegram {emulator.Url.GetLeftPart(UriPartial.Authority)}");

var told = new TaskCompletionSource();
using var terminate = PosixSignalRegistration.Create(
    PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true;
        told.TrySetResult();
    }
);

// Console.In would block the thread that waits for the signal too.
await using var input = Console.OpenStandardInput();
await Task.WhenAny(input.CopyToAsync(Stream.Null), told.Task);
return 0;
