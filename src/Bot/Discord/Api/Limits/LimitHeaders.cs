using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Api.Limits;

/// <summary>
/// What an answer says of limits; each is null where it says nothing.
/// https://docs.discord.com/developers/topics/rate-limits#header-format
/// </summary>
/// <param name="Window">Discord's name for the present window: the time at which it ends, as it is written.</param>
internal sealed record LimitHeaders(
    string? Bucket,
    int? Limit,
    int? Remaining,
    TimeSpan? ResetAfter,
    string? Window,
    TimeSpan? RetryAfter,
    bool IsGlobal,
    LimitScope? Scope
)
{
    public static LimitHeaders Of(HttpResponseHeaders headers) =>
        new(
            Text(headers, "X-RateLimit-Bucket"),
            Whole(headers, "X-RateLimit-Limit"),
            Whole(headers, "X-RateLimit-Remaining"),
            Seconds(headers, "X-RateLimit-Reset-After"),
            Text(headers, "X-RateLimit-Reset"),
            Seconds(headers, "Retry-After"),
            string.Equals(Text(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase),
            Text(headers, "X-RateLimit-Scope") switch
            {
                "user" => LimitScope.User,
                "global" => LimitScope.Global,
                "shared" => LimitScope.Shared,
                _ => null,
            }
        );

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static int? Whole(HttpResponseHeaders headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>Never more than a day: what a broken proxy writes must not stop us for ever.</summary>
    private static TimeSpan? Seconds(HttpResponseHeaders headers, string name) =>
        double.TryParse(
            Text(headers, name),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? TimeSpan.FromSeconds(Math.Min(value, 86_400))
            : null;
}
