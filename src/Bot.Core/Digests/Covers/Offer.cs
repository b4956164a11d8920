using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests.Covers;

/// <summary>An article that may be owed to somebody.</summary>
/// <param name="AsNew">What a place is owed that has not had it.</param>
/// <param name="AsEdited">What a place is owed that had an earlier version; null where this one says nothing new.</param>
/// <param name="Story">Its event; an article that is in none is one of its own.</param>
internal sealed record Offer(OwedArticle AsNew, OwedArticle? AsEdited, long Story)
{
    public long Id => AsNew.Id.Value;
}

/// <summary>An article in a feed.</summary>
/// <param name="At">When the feed first showed it.</param>
/// <param name="IsTaken">False where it was there at the feed's first visit, or came in place of all others.</param>
internal readonly record struct Shown(Offer Offer, DateTimeOffset At, bool IsTaken);
