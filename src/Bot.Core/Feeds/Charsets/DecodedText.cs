namespace Bot.Core.Feeds.Charsets;

/// <param name="Text">Without byte-order mark; null where the bytes are no text.</param>
/// <param name="Encoding">The charset's name: the one that was declared where it is right, in lower case.</param>
internal sealed record DecodedText(string? Text, string Encoding);
