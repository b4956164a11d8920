namespace Bot.Core.Feeds;

/// <summary>Where a feed's bytes came from.</summary>
/// <param name="Url">What its relative links start from.</param>
/// <param name="ContentType">The HTTP header's value.</param>
public sealed record FeedSource(Uri? Url = null, string? ContentType = null);
