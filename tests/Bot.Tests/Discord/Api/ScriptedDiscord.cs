using System.Net;
using System.Text;
using Bot.Discord.Api;
using Bot.Discord.Api.Limits;
using Bot.Discord.Api.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord.Api;

/// <summary>A client whose Discord is a function of the test's, with a time that the test sets.</summary>
internal sealed class ScriptedDiscord : IDisposable
{
    public const string Token = "the-secret-token";

    public static readonly Snowflake Channel = new(11);

    private readonly ServiceProvider services;

    private readonly List<Asked> asked = [];

    private readonly Lock door = new();

    public ScriptedDiscord()
    {
        services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new Random(3))
            .AddDiscordApi(
                new DiscordAccess(Token)
                {
                    UserAgent = "DiscordBot (https://bot.test, 1.0)",
                    ApiUrl = new Uri("http://discord.test/api/v10"),
                }
            )
            .AddHttpClient(DiscordAccess.ClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new Handler(this))
            .Services.BuildServiceProvider();
    }

    public LogBook Logs { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));

    public DiscordClient Client => services.GetRequiredService<DiscordClient>();

    public InvalidRequests Invalid => services.GetRequiredService<InvalidRequests>();

    /// <summary>What Discord says, by the number of the request from 0.</summary>
    public Func<Asked, Task<HttpResponseMessage>> Says { get; set; } = _ => Task.FromResult(Sent());

    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (door)
                return [.. asked];
        }
    }

    public void SaysInTurn(params Func<HttpResponseMessage>[] answers) =>
        Says = request => Task.FromResult(answers[Math.Min(request.Number, answers.Length - 1)]());

    /// <summary>A message that was taken.</summary>
    public static HttpResponseMessage Sent(params (string Name, string Value)[] headers) =>
        Answer(HttpStatusCode.OK, """{"id":"5","channel_id":"11","flags":0,"new":{"x":1}}""", headers);

    public static (string, string)[] Limits(
        string bucket,
        int limit,
        int remaining,
        string after,
        string? reset = null
    ) =>
        [
            ("X-RateLimit-Bucket", bucket),
            ("X-RateLimit-Limit", $"{limit}"),
            ("X-RateLimit-Remaining", $"{remaining}"),
            ("X-RateLimit-Reset-After", after),
            ("X-RateLimit-Reset", reset ?? "1"),
        ];

    public static HttpResponseMessage TooMany(string scope, string after, bool isGlobal = false) =>
        Answer(
            HttpStatusCode.TooManyRequests,
            $$"""{"message":"You are being rate limited.","retry_after":{{after}},"global":{{(isGlobal ? "true" : "false")}}}""",
            ("X-RateLimit-Scope", scope),
            ("Retry-After", after)
        );

    public static HttpResponseMessage Answer(
        HttpStatusCode status,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        var answer = new HttpResponseMessage(status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    public Task<ApiAnswer<SentMessage>> PostAsync(
        string content = "news",
        string? nonce = null,
        Snowflake? channel = null
    ) =>
        Client.CreateMessageAsync(
            channel ?? Channel,
            new MessageBody { Content = content, Nonce = nonce },
            [],
            TestContext.Current.CancellationToken
        );

    /// <summary>Lets time pass until it is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        for (var i = 0; i < 2000 && !task.IsCompleted; i++)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            if (!task.IsCompleted)
                Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await task;
    }

    public async Task UntilAskedAsync(int count)
    {
        while (Requests.Count < count)
            await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    public void Dispose() => services.Dispose();

    internal sealed record Asked(
        int Number,
        HttpMethod Method,
        Uri To,
        string? Authorization,
        string UserAgent,
        string? Type,
        string Body,
        DateTimeOffset At
    );

    private sealed class Handler(ScriptedDiscord discord) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            Asked asked;
            lock (discord.door)
            {
                asked = new Asked(
                    discord.asked.Count,
                    request.Method,
                    request.RequestUri!,
                    request.Headers.Authorization?.ToString(),
                    string.Join(' ', request.Headers.GetValues("User-Agent")),
                    request.Content?.Headers.ContentType?.ToString(),
                    body,
                    discord.Time.GetUtcNow()
                );
                discord.asked.Add(asked);
            }

            return await discord.Says(asked).WaitAsync(cancellationToken);
        }
    }
}

/// <summary>All that was logged, by anybody.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Line)> lines = [];

    public IReadOnlyList<(LogLevel Level, string Line)> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        lock (lines)
            lines.Add((logLevel, $"{formatter(state, exception)} {exception}"));
    }

    public void Dispose() { }
}
