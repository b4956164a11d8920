namespace Bot.Core.Feeds.Fetching;

/// <summary>One address to be asked for.</summary>
public sealed record FetchRequest(Uri Url, FetchedKind Kind)
{
    /// <summary>As the last answer gave it, strong or weak.</summary>
    public string? ETag { get; init; }

    /// <summary>As the last answer gave it.</summary>
    public string? LastModified { get; init; }

    /// <summary>Somebody waits for it: it goes before what is read in the background.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Taken before; null where the fetch waits for its own.</summary>
    public HostTurn? Turn { get; init; }
}

public enum FetchedKind
{
    /// <summary>An operator's admins chose it.</summary>
    Feed,

    /// <summary>A link in a feed or in a chat: the site's robots.txt is obeyed.</summary>
    Page,
}
