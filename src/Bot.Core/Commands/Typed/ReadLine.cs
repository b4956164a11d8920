using Bot.Core.Chat;

namespace Bot.Core.Commands.Typed;

/// <summary>What became of a typed line.</summary>
internal abstract record ReadLine
{
    public sealed record Understood(CommandCall Call) : ReadLine;

    /// <param name="Answer">What is wrong with the line, and what to type instead.</param>
    public sealed record Misread(Reply Answer) : ReadLine;
}
