using System.Globalization;

namespace Bot.Core.Digests.Schedules;

/// <summary>At which times of a day a digest may appear, by the local clock.</summary>
public abstract record Rhythm
{
    private Rhythm() { }

    /// <summary>The local times of its slots, in order, each once.</summary>
    public abstract IReadOnlyList<TimeOnly> Times { get; }

    /// <summary>In the words of configuration: "07:30,12:00", "every 3h", "every news".</summary>
    public abstract string Terms { get; }

    /// <summary>At times that somebody named: quiet hours leave them alone.</summary>
    public sealed record AtTimes : Rhythm
    {
        /// <param name="times">One at least, in any order.</param>
        public AtTimes(IEnumerable<TimeOnly> times) => Times = [.. times.Distinct().Order()];

        public override IReadOnlyList<TimeOnly> Times { get; }

        public override string Terms =>
            string.Join(',', Times.Select(t => t.ToString("HH:mm", CultureInfo.InvariantCulture)));

        public bool Equals(AtTimes? other) => other is not null && Times.SequenceEqual(other.Times);

        public override int GetHashCode() => Times.Aggregate(0, HashCode.Combine);
    }

    /// <summary>All day long, so far apart, from midnight on.</summary>
    /// <param name="Step">One of <see cref="RhythmWords.Steps"/>: what divides the day, so that its slots stay the clock's.</param>
    public sealed record Every(TimeSpan Step) : Rhythm
    {
        public override IReadOnlyList<TimeOnly> Times => AllDay(Step);

        public override string Terms => $"every {SpanWords.Written(Step)}";
    }

    /// <summary>As it happens: each slot is an occasion to tell what has been gathered, taken where the rule says so.</summary>
    public sealed record AsNews(GatherRule Rule) : Rhythm
    {
        private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(15);

        public override IReadOnlyList<TimeOnly> Times => AllDay(BetweenLooks);

        public override string Terms => "every news";
    }

    private static TimeOnly[] AllDay(TimeSpan step) =>
        [.. Enumerable.Range(0, (int)(TimeSpan.FromDays(1) / step)).Select(i => TimeOnly.FromTimeSpan(i * step))];
}
