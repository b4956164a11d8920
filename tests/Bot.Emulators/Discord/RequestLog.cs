using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Faults;

namespace Bot.Emulators.Discord;

/// <param name="Route">As "POST /channels/{channel_id}/messages"; as it came where there is no such route.</param>
/// <param name="Status">The HTTP status of the answer; null while there is none, and where it was lost on the way in.</param>
/// <param name="Code">The platform's own number of an error.</param>
/// <param name="Fault">What went wrong by order or by chance.</param>
public sealed record Request(
    string Route,
    string Path,
    DateTimeOffset At,
    JsonNode? Body,
    int? Status = null,
    int? Code = null,
    Fault? Fault = null
);

/// <summary>Every request that came, in order. Reading takes a copy of what there is then.</summary>
public sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<Request> _requests = [];

    public IReadOnlyList<Request> All
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public IReadOnlyList<Request> Of(string route) => [.. All.Where(r => r.Route == route)];

    /// <summary>Gives the place at which the answer is written down later.</summary>
    internal int Add(Request request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            return _requests.Count - 1;
        }
    }

    internal void Answer(int place, int? status, int? code, Fault? fault)
    {
        lock (_gate)
            _requests[place] = _requests[place] with { Status = status, Code = code, Fault = fault };
    }
}
