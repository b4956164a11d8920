using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Gateway;

/// <summary>The few bodies that a connection itself must understand.</summary>
internal static class GatewayBodies
{
    /// <summary>Discord says about 41 s; a server for tests may say less.</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(1);

    public static TimeSpan? TryReadInterval(ReadOnlyMemory<byte> hello) =>
        TryRead(hello, GatewayJson.Default.HelloBody)?.HeartbeatInterval is { } milliseconds
        && milliseconds >= ShortestInterval.TotalMilliseconds
        && milliseconds <= LongestInterval.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    /// <summary>Whether an invalid session may still be resumed; where it is not said, it may not.</summary>
    public static bool IsResumable(ReadOnlyMemory<byte> invalidSession) =>
        TryRead(invalidSession, GatewayJson.Default.Boolean);

    /// <param name="home">Where Discord names no address of the same kind, the session is resumed here.</param>
    public static GatewaySession? TryReadSession(ReadOnlyMemory<byte> ready, long sequence, Uri home) =>
        TryRead(ready, GatewayJson.Default.ReadyBody) is { SessionId: { Length: > 0 } id } body
            ? new GatewaySession(id, ReadAddress(body.ResumeGatewayUrl, home), sequence)
            : null;

    /// <summary>The token goes there: never from an encrypted line to a plain one.</summary>
    private static Uri ReadAddress(string? written, Uri home) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme == home.Scheme ? address : home;

    private static T? TryRead<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
