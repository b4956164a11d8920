namespace Bot.Core.Feeds.Packs;

/// <summary>Feeds to begin with, of one language and on one subject.</summary>
/// <param name="Name">As it is asked for: "world".</param>
/// <param name="Topic">Its subject: "world", "technology", "science"; "news" for all there is.</param>
/// <param name="Language">Two letters.</param>
public sealed record FeedPack(string Name, string Topic, string Language, IReadOnlyList<PackedFeed> Feeds);

/// <param name="Name">As its readers call it.</param>
public sealed record PackedFeed(string Name, Uri Url);
