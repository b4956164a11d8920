using Bot.Core.Delivery;

namespace Bot.Core.Feeds.Polling;

/// <summary>Rings when a feed was added, or may be visited before its time.</summary>
public sealed class FeedBell(TimeProvider time) : Bell(time);
