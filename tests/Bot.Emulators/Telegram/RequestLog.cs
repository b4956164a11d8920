using Bot.Emulators.Telegram.Calls;
using Bot.Emulators.Telegram.Faults;

namespace Bot.Emulators.Telegram;

/// <param name="Chat">What the bot named as the chat; null where the method has none.</param>
/// <param name="Fields">The request's parameters, as they came; what is JSON is JSON here too.</param>
/// <param name="Status">The HTTP status of the answer; null while there is none, and where it was lost on the way in.</param>
/// <param name="Fault">What went wrong by order or by chance.</param>
public sealed record Request(
    string Method,
    string? Chat,
    DateTimeOffset At,
    IReadOnlyDictionary<string, string> Fields,
    int? Status = null,
    string? Error = null,
    Fault? Fault = null
);

/// <summary>Every request that came, in order. Reading takes a copy of what there is then.</summary>
public sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<Request> _requests = [];
    private readonly Dictionary<string, int> _answered = new(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>How many calls of a method have been answered.</summary>
    internal int Answered(string method)
    {
        lock (_gate)
            return _answered.GetValueOrDefault(method);
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

    internal void Answer(int place, ApiAnswer? answer, Fault? fault)
    {
        lock (_gate)
        {
            var request = _requests[place] with { Status = answer?.Status, Error = answer?.Error, Fault = fault };
            _requests[place] = request;
            if (answer is not null)
                _answered[request.Method] = _answered.GetValueOrDefault(request.Method) + 1;
        }
    }
}
