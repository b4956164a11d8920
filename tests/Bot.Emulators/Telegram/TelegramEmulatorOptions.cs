namespace Bot.Emulators.Telegram;

public sealed record TelegramEmulatorOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The folder of telegram-bot-api.json. Where null, the environment's BOT_SPECS.</summary>
    public string? SpecificationFolder { get; init; } = Environment.GetEnvironmentVariable("BOT_SPECS");

    /// <summary>Whether too many messages are refused with 429.</summary>
    public bool HasFloodControl { get; init; } = true;

    /// <summary>How long, in real time, anything waits for the bot before it fails with what there is.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);
}
