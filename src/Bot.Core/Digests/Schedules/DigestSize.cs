namespace Bot.Core.Digests.Schedules;

/// <summary>How much of each story a digest tells; configuration writes short, normal or long.</summary>
public enum DigestSize
{
    Brief,
    Normal,
    Full,
}
