using Bot.Core.Chat;

namespace Bot.Core.Commands.Sifting;

/// <summary>What the options of a call were read as.</summary>
internal abstract record SiftReading
{
    public sealed record Understood(Sift Sift) : SiftReading;

    /// <param name="Answer">Which value is none, and what to type instead.</param>
    public sealed record Wrong(Reply Answer) : SiftReading;
}
