using System.Diagnostics;
using System.Globalization;
using Bot.Emulators.Discord;
using Bot.Emulators.Telegram;

namespace Bot.Emulators.Programs;

/// <summary>The bot's own program as a process that serves an emulated platform, its standard input closed.</summary>
public sealed class BotProgram : IDisposable
{
    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _log = [];

    private BotProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    /// <summary>The program that tests start: the one that BOT_PROGRAM names, as a published one, else the one built beside them.</summary>
    public static string UnderTest =>
        Environment.GetEnvironmentVariable("BOT_PROGRAM") is { Length: > 0 } given
            ? given
            : Path.Combine(AppContext.BaseDirectory, "Bot.dll");

    public int Id => _process.Id;

    public bool IsOver => _process.HasExited;

    /// <summary>What it wrote.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate)
                return [.. _log];
        }
    }

    /// <inheritdoc cref="Start(string, DirectoryInfo, IReadOnlyList{ValueTuple{string, string}})"/>
    public static BotProgram Start(
        string program,
        DirectoryInfo home,
        TelegramEmulator telegram,
        params IReadOnlyList<(string Key, string Value)> settings
    ) =>
        Start(
            program,
            home,
            [("Telegram:Token", TelegramEmulator.SampleToken), ("Telegram:ApiUrl", $"{telegram.Url}"), .. settings]
        );

    /// <inheritdoc cref="Start(string, DirectoryInfo, IReadOnlyList{ValueTuple{string, string}})"/>
    public static BotProgram Start(
        string program,
        DirectoryInfo home,
        DiscordEmulator discord,
        params IReadOnlyList<(string Key, string Value)> settings
    ) =>
        Start(
            program,
            home,
            [("Discord:Token", DiscordEmulator.SampleToken), ("Discord:ApiUrl", $"{discord.ApiUrl}"), .. settings]
        );

    /// <param name="program">An executable, or an assembly that dotnet runs.</param>
    /// <param name="home">Where it runs; its articles are in the folder "seeds" there, its store in "data".</param>
    /// <param name="settings">More keys and values, as configuration names them: "Seeds:Watch".</param>
    public static BotProgram Start(
        string program,
        DirectoryInfo home,
        IReadOnlyList<(string Key, string Value)> settings
    )
    {
        var isAssembly = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : program, isAssembly ? [program, "run"] : ["run"])
        {
            WorkingDirectory = home.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        (string Key, string Value)[] own =
        [
            ("Web:Urls", ""),
            ("Seeds:Folder", Path.Combine(home.FullName, "seeds")),
            ("Store:Connection", $"Data Source={StoreOf(home)}"),
        ];
        foreach (var (key, value) in own.Concat(settings))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new BotProgram(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start"));
    }

    public static string StoreOf(DirectoryInfo home) => Path.Combine(home.FullName, "data", "bot.db");

    /// <summary>Ends it as a power cut does; it is over when this returns.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end in good order.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellation)
    {
        using var term = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
        await term.WaitForExitAsync(cancellation);
        return await WaitForEndAsync(cancellation);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForEndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>The memory that it has of the machine now, in kilobytes.</summary>
    public long ResidentKilobytes() => ProcessMemory.ResidentKilobytes(Id);

    /// <summary>The most that it ever had, in kilobytes.</summary>
    public long PeakKilobytes() => ProcessMemory.PeakKilobytes(Id);

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
            _log.Add(line);
    }
}
