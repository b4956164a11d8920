using Bot.Core.Chat;
using Bot.Core.Filters;

namespace Bot.Core.Commands.Filters;

/// <summary>What a rule that was typed was read as.</summary>
internal abstract record FilterReading
{
    /// <param name="Strangers">Names in it that nobody in the articles has so far.</param>
    public sealed record Understood(FilterRule Rule, IReadOnlyList<string> Strangers) : FilterReading;

    /// <param name="Answer">What cannot be used, and what to type instead.</param>
    public sealed record Wrong(Reply Answer) : FilterReading;
}
