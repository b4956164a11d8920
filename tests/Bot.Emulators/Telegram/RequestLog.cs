namespace Bot.Emulators.Telegram;

/// <param name="Chat">What the bot named as the chat; null where the method has none.</param>
/// <param name="Fields">The request's parameters, as they came; what is JSON is JSON here too.</param>
/// <param name="Status">The HTTP status of the answer; null while there is none.</param>
public sealed record Request(
    string Method,
    string? Chat,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string> Fields,
    int? Status = null,
    string? Error = null
);

/// <summary>Every request that came, in order. Reading takes a copy of what there is then.</summary>
public sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<Request> _requests = [];

    public int Count
    {
        get
        {
            lock (_gate)
                return _requests.Count;
        }
    }

    public IReadOnlyList<Request> All
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public IReadOnlyList<Request> Of(string method)
    {
        lock (_gate)
            return [.. _requests.Where(r => string.Equals(r.Method, method, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Gives the place at which the answer is written down later.</summary>
    internal int Add(Request request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            return _requests.Count - 1;
        }
    }

    internal void Answer(int place, int status, string? error)
    {
        lock (_gate)
            _requests[place] = _requests[place] with { Status = status, Error = error };
    }
}
