using Bot.Core.Filters;

namespace Bot.Core.Topics;

/// <summary>A row of <c>topics</c> as it is read: one alternative of a topic.</summary>
internal sealed record TopicRow(
    string Chat,
    string Name,
    string Words,
    string Field,
    string Outlet,
    string Sources,
    string Quoted,
    string About,
    string Language
)
{
    /// <summary>Without a number: it is of no table of filters.</summary>
    /// <returns>Null where another version of the program wrote what this one cannot read.</returns>
    public FilterRule? ToRule() =>
        new FilterRow(
            null,
            nameof(FilterEffect.Include),
            Words,
            Field,
            Outlet,
            Sources,
            Quoted,
            About,
            Language,
            ""
        ).ToRule();
}
