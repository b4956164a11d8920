namespace Bot.Core.Filters;

/// <summary>Whether a place is told an article.</summary>
public abstract record FilterVerdict
{
    /// <param name="By">The rule that lets it in; null where none is needed.</param>
    public sealed record Passes(FilterRule? By) : FilterVerdict;

    public abstract record Hidden : FilterVerdict
    {
        /// <summary>What is written down of it: the rule's label, empty where it is none of those that let in.</summary>
        public abstract string Written { get; }
    }

    public sealed record HiddenBy(FilterRule Rule) : Hidden
    {
        public override string Written => Rule.Label;
    }

    /// <summary>The place says what it wants, and this is none of it.</summary>
    public sealed record NotWanted : Hidden
    {
        public override string Written => "";
    }
}
