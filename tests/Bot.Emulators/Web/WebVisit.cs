using System.Net;

namespace Bot.Emulators.Web;

/// <summary>One request, as it came.</summary>
/// <param name="Host">Without its port, in lower case.</param>
/// <param name="At">By the clock of the web.</param>
/// <param name="AtOnce">How many of the host's requests waited for the start of their answers then, this one counted.</param>
/// <param name="Caller">Where the connection came from.</param>
public sealed record WebVisit(
    string Host,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset At,
    int AtOnce,
    IPEndPoint? Caller
)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
