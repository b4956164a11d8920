using System.Diagnostics;

namespace Bot.Tests.Verbs;

/// <summary>The bot as its users start it: a process of its own in a folder of its own, with seeds and settings of the test's.</summary>
internal sealed class BotProcess : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("byline-test-");

    public BotProcess() => Directory.CreateDirectory(Path.Combine(Folder.FullName, "seeds"));

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<Ended> RunAsync(
        IReadOnlyList<string> arguments,
        string input = "",
        params (string Key, string Value)[] environment
    )
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, await output, await error);
    }

    public Process Start(IReadOnlyList<string> arguments, params (string Key, string Value)[] environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Web__Urls"] = "";
        start.Environment["LC_ALL"] = "en_US.UTF-8"; // The terminal is answered in the language of its user.
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    public void Dispose() => Folder.Delete(recursive: true);

    internal sealed record Ended(int ExitCode, string Output, string Error);
}
