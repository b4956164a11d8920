namespace Bot.Core.Digests;

/// <summary>How much of each story a digest tells; configuration writes short, normal or long.</summary>
public enum DigestSize
{
    Brief,
    Normal,
    Full,
}
