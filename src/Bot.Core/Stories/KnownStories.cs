using Bot.Text.Stories;

namespace Bot.Core.Stories;

/// <summary>A tracker, and up to which row of the store it knows what was decided.</summary>
public sealed class KnownStories(StoryTracker tracker)
{
    public StoryTracker Tracker => tracker;

    public long LastSeq { get; set; }

    /// <summary>How many articles were put to stories since the counts of terms were last kept.</summary>
    public int SinceCounts { get; set; }
}
