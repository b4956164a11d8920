namespace Bot.Text.Stories;

/// <summary>The time of a stream, as its articles tell it.</summary>
internal sealed class StoryClock
{
    /// <summary>The latest time that an article gave; the beginning of time before the first.</summary>
    public DateTimeOffset Latest { get; private set; }

    /// <summary>The latest but one: a single article with a wrong date must not close all stories.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When an article counts as published.</summary>
    public DateTimeOffset TimeOf(DateTimeOffset? published)
    {
        if (published is not { } when)
            return Now;
        if (when > Latest)
            (Latest, Now) = (when, Latest == default ? when : Latest);
        else if (when > Now)
            Now = when;
        return when;
    }

    public void Restore(DateTimeOffset latest, DateTimeOffset now) => (Latest, Now) = (latest, now);
}
