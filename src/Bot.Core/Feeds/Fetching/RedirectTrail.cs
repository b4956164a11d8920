namespace Bot.Core.Feeds.Fetching;

/// <summary>Where a chain of redirects has been, and how far it may be believed.</summary>
internal sealed class RedirectTrail(Uri from)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { Key(from) };
    private Uri _last = from;
    private bool _isPermanent = true;

    public int Hops => _seen.Count - 1;

    /// <summary>Where permanent redirects alone led, from the first on.</summary>
    public Uri? MovedTo { get; private set; }

    /// <returns>False where the chain was there before.</returns>
    public bool TryAdd(Uri next, bool isPermanent)
    {
        if (!_seen.Add(Key(next)))
            return false;
        // Whoever sits on the way could write a move to http, or one that was read over it.
        var isSafe = _last.Scheme != "https" || next.Scheme == "https";
        _isPermanent = _isPermanent && isPermanent && isSafe;
        if (_isPermanent)
            MovedTo = next;
        _last = next;
        return true;
    }

    private static string Key(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
}
