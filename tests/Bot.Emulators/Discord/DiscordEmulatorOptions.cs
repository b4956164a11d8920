namespace Bot.Emulators.Discord;

public sealed record DiscordEmulatorOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The folder of discord-openapi.json. Where null, the environment's BOT_SPECS.</summary>
    public string? SpecificationFolder { get; init; } = Environment.GetEnvironmentVariable("BOT_SPECS");

    /// <summary>Whether buckets and the global limit refuse with 429; headers are sent either way.</summary>
    public bool HasRateLimits { get; init; } = true;

    /// <summary>How many 401, 403 and 429 within ten minutes the address may have before it is shut out.</summary>
    public int MostInvalidRequests { get; init; } = 10_000;

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How many shards the platform recommends.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many bots may identify at once within five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>How many sessions a bot may begin in a day.</summary>
    public int MostSessionStarts { get; init; } = 1000;

    /// <summary>How long, in real time, anything waits for the bot before it fails with what there is.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);
}
