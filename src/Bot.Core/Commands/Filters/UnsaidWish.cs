using Bot.Core.Chat;
using Bot.Core.Spelling;

namespace Bot.Core.Commands.Filters;

/// <summary>What is answered where a rule was typed and not what is to become of it.</summary>
internal static class UnsaidWish
{
    /// <param name="list">What the button to the list is called.</param>
    public static Reply Answer(FilterAsk ask, string list) =>
        Reply.Of(
            ask.Edition.Line("filter.unknown", ("command", ask.Hint(Meant(ask)))),
            ask.Button(list, "list", isInPlace: false)
        );

    /// <summary>One that is nearly what was typed first; else to make the rule, whole, for it is copied.</summary>
    private static string Meant(FilterAsk ask) =>
        ask.Rule is { } typed && Slips.Nearest(typed.Split(' ')[0], FilterWishes.All) is { } wish
            ? wish
            : $"add {ask.TypedRule}{ask.After}";
}
