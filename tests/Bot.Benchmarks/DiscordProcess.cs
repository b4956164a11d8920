using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Emulators.Discord;

namespace Bot.Benchmarks;

/// <summary>An emulated Discord as a process of its own, with one bot in many servers.</summary>
internal sealed class DiscordProcess : IDisposable
{
    public const string Token = DiscordEmulator.SampleToken;

    public const string UserAgent = "DiscordBot (https://example.org, 1.0)";

    private const int ChannelsEach = 20;

    private const int RolesEach = 10;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private readonly HttpClient control;

    private DiscordProcess(Process process, Uri url)
    {
        this.process = process;
        control = new HttpClient { BaseAddress = new Uri(url, "/control/"), Timeout = Patience };
        ApiUrl = new Uri(url, "/api/v10");
    }

    public Uri ApiUrl { get; }

    /// <summary>The number of the one person that there is at first, who owns the servers.</summary>
    public string Ann { get; private set; } = "";

    /// <summary>The first channel of each server.</summary>
    public IReadOnlyList<string> Channels { get; private set; } = [];

    public static async Task<DiscordProcess> StartAsync(int servers, int shards = 1, params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.Emulators.dll");
        var start = new ProcessStartInfo(
            "dotnet",
            [program, "discord", "--shards", shards.ToString(CultureInfo.InvariantCulture), .. options]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        // "discord http://127.0.0.1:34567"
        var line = await started.StandardOutput.ReadLineAsync();
        var discord = new DiscordProcess(
            started,
            new Uri(line?.Split(' ')[1] ?? throw new InvalidOperationException($"{program} named no address"))
        );
        await discord.FillAsync(servers);
        return discord;
    }

    /// <summary>Does something, or looks at something.</summary>
    public async Task<JsonElement> OrderAsync(string name, object? fields = null)
    {
        using var answer = await control.PostAsJsonAsync(name, fields ?? new { });
        answer.EnsureSuccessStatusCode();
        return answer.Content.Headers.ContentLength is 0
            ? default
            : await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <returns>The interaction's number.</returns>
    public async Task<string> UseAsync(string channel, string command, object options) =>
        Id(
            await OrderAsync(
                "uses",
                new
                {
                    person = Ann,
                    channel,
                    command,
                    options,
                }
            )
        );

    /// <summary>Ann asks until the commands are registered and she is answered.</summary>
    public async Task FirstAnswerAsync(string channel)
    {
        while (true)
        {
            try
            {
                await OrderAsync("answer", new { interaction = await UseAsync(channel, "latest", new { }) });
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(BetweenTries);
            }
        }
    }

    public static string Id(JsonElement made) => made.GetProperty("id").GetString() ?? "";

    /// <summary>It ends with its input.</summary>
    public void Dispose()
    {
        control.Dispose();
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task FillAsync(int servers)
    {
        await OrderAsync("bot", new { token = Token });
        Ann = Id(await OrderAsync("person", new { name = "Ann" }));
        var made = await OrderAsync(
            "guilds",
            new
            {
                person = Ann,
                count = servers,
                channels = ChannelsEach,
                roles = RolesEach,
            }
        );
        Channels = [.. made.GetProperty("channels").EnumerateArray().Select(c => c.GetString() ?? "")];
    }
}
