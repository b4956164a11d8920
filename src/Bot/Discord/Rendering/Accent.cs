namespace Bot.Discord.Rendering;

/// <summary>The colour of an embed's edge, calm on dark and on light.</summary>
internal static class Accent
{
    public const int Answer = 0x3f78b5;

    /// <summary>Something was not done, and the embed says why.</summary>
    public const int Refusal = 0xc27c0e;
}
