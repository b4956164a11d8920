using System.Globalization;
using System.Runtime.InteropServices;
using Bot.Emulators.Discord;
using Bot.Emulators.Telegram;

const string Usage = """
    usage: telegram [--port N] [--specs FOLDER] [--floods on|off]
           discord [--port N] [--specs FOLDER] [--limits on|off] [--invalid N] [--shards N] [--heartbeat MS]
    """;

var telegramOptions = new TelegramEmulatorOptions();
var discordOptions = new DiscordEmulatorOptions();
for (var i = 1; i < args.Length; i += 2)
{
    var hasNumber = int.TryParse(args.ElementAtOrDefault(i + 1), CultureInfo.InvariantCulture, out var number);
    switch (args[0], args[i], args.ElementAtOrDefault(i + 1))
    {
        case (_, "--port", _) when hasNumber:
            telegramOptions = telegramOptions with { Port = number };
            discordOptions = discordOptions with { Port = number };
            break;
        case (_, "--specs", { } folder):
            telegramOptions = telegramOptions with { SpecificationFolder = folder };
            discordOptions = discordOptions with { SpecificationFolder = folder };
            break;
        case ("telegram", "--floods", ("on" or "off") and var isOn):
            telegramOptions = telegramOptions with { HasFloodControl = isOn == "on" };
            break;
        case ("discord", "--limits", ("on" or "off") and var isOn):
            discordOptions = discordOptions with { HasRateLimits = isOn == "on" };
            break;
        case ("discord", "--invalid", _) when hasNumber:
            discordOptions = discordOptions with { MostInvalidRequests = number };
            break;
        case ("discord", "--shards", _) when hasNumber:
            discordOptions = discordOptions with { Shards = number };
            break;
        case ("discord", "--heartbeat", _) when hasNumber:
            discordOptions = discordOptions with { HeartbeatInterval = TimeSpan.FromMilliseconds(number) };
            break;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}

IAsyncDisposable running;
Uri url;
string? skipped;
switch (args.FirstOrDefault())
{
    case "telegram":
        var telegram = await TelegramEmulator.StartAsync(telegramOptions);
        (running, url, skipped) = (telegram, telegram.Url, telegram.SpecificationSkipped);
        break;
    case "discord":
        var discord = await DiscordEmulator.StartAsync(discordOptions);
        (running, url, skipped) = (discord, discord.Url, discord.SpecificationSkipped);
        break;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}

await using var emulator = running;
if (skipped is not null)
    await Console.Error.WriteLineAsync($"requests are not held against the official description: {skipped}");
Console.WriteLine($"{args[0]} {url.GetLeftPart(UriPartial.Authority)}");

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
