namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/resources/message#embed-object</summary>
internal sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public Uri? Url { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Red, green and blue as one number.</summary>
    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedPicture? Image { get; init; }

    public EmbedPicture? Thumbnail { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

internal sealed record EmbedFooter(string Text, Uri? IconUrl = null);

internal sealed record EmbedPicture(Uri Url);

internal sealed record EmbedAuthor(string Name, Uri? Url = null, Uri? IconUrl = null);

internal sealed record EmbedField(string Name, string Value, bool Inline = false);
