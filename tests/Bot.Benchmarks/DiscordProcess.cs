using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Benchmarks;

/// <summary>An emulated Discord as a process of its own, with one bot in many servers.</summary>
internal sealed class DiscordProcess : IDisposable
{
    public const string Token = "benchmark.token.of-no-worth";

    public const string UserAgent = "DiscordBot (https://example.org, 1.0)";

    private const int ChannelsEach = 20;

    private const int RolesEach = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private readonly Uri url;

    private DiscordProcess(Process process, Uri url)
    {
        this.process = process;
        this.url = url;
    }

    public Uri ApiUrl => new(url, "/api/v10");

    public static async Task<DiscordProcess> StartAsync(int servers, int shards)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Bot.Emulators.dll");
        var start = new ProcessStartInfo(
            "dotnet",
            [program, "discord", "--shards", shards.ToString(CultureInfo.InvariantCulture)]
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

    /// <summary>It ends with its input.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task FillAsync(int servers)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url, "/control/"), Timeout = Patience };
        await OrderAsync(http, "bot", new { token = Token });
        var person = await OrderAsync(http, "person", new { name = "Ann" });
        await OrderAsync(
            http,
            "guilds",
            new
            {
                person = person.GetProperty("id").GetString(),
                count = servers,
                channels = ChannelsEach,
                roles = RolesEach,
            }
        );
    }

    private static async Task<JsonElement> OrderAsync(HttpClient http, string name, object fields)
    {
        using var answer = await http.PostAsJsonAsync(name, fields);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
