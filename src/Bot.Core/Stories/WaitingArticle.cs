using Bot.Core.Articles;
using Bot.Text.Stories;

namespace Bot.Core.Stories;

/// <summary>An article that is in no story yet, or was edited since.</summary>
public sealed record WaitingArticle(
    ArticleId Id,
    string Hash,
    string Source,
    string? Title,
    string Text,
    DateTimeOffset Listed,
    DateTimeOffset FirstSeen
)
{
    /// <summary>What was old when it came is of no story that is told: stories sleep for as long and are closed.</summary>
    private static readonly TimeSpan OldAt = TimeSpan.FromDays(14);

    public bool IsOld => FirstSeen - Listed > OldAt;

    public StoryArticle ForTracker() => new(Id.ToString(), Title, Text, Source, Listed);
}
