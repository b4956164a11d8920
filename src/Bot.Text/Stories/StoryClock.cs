namespace Bot.Text.Stories;

/// <summary>The time of a stream, as its articles tell it.</summary>
internal sealed class StoryClock
{
    private bool _hasTwo;

    /// <summary>The latest time that an article gave; the beginning of time before the first.</summary>
    public DateTimeOffset Latest { get; private set; }

    /// <summary>The latest but one, or the earlier of the first two: a single article with a wrong date must not close all stories.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When an article counts as published.</summary>
    public DateTimeOffset TimeOf(DateTimeOffset? published)
    {
        if (published?.ToUniversalTime() is not { } when)
            return Now;
        if (Latest == default)
            (Latest, Now) = (when, when);
        else if (!_hasTwo)
            (Latest, Now, _hasTwo) = when > Latest ? (when, Latest, true) : (Latest, when, true);
        else if (when > Latest)
            (Latest, Now) = (when, Latest);
        else if (when > Now)
            Now = when;
        return when;
    }

    /// <summary>So long ago, or the beginning of time.</summary>
    public DateTimeOffset Before(TimeSpan span) =>
        Now - DateTimeOffset.MinValue > span ? Now - span : DateTimeOffset.MinValue;

    /// <summary>So long from now, or the end of time.</summary>
    public DateTimeOffset After(TimeSpan span) =>
        DateTimeOffset.MaxValue - Now > span ? Now + span : DateTimeOffset.MaxValue;

    public StoryClockState Save() => new(Latest, Now, _hasTwo);

    public void Restore(StoryClockState state) => (Latest, Now, _hasTwo) = (state.Latest, state.Now, state.HasTwo);
}
