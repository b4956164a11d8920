using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Bot.Core.Feeds.Fetching;

/// <summary>Reads headers as hosts write them: a header that makes no sense is as one that is not there.</summary>
internal sealed class AnswerHeaders(HttpResponseMessage response, DateTimeOffset now)
{
    /// <summary>A longer validator is not worth its place in the store and in every request.</summary>
    private const int MostValidatorLetters = 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    /// <summary>More than this is said by hosts that mean for ever; who polls has limits of their own.</summary>
    private static readonly TimeSpan LongestFreshness = TimeSpan.FromDays(365);

    private static readonly string[] DateForms =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "ddd, d MMM yyyy HH:mm:ss 'UTC'",
        "ddd, d MMM yyyy HH:mm:ss zzz",
        "dddd, d-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, true);

    public FetchHeaders Read() =>
        new(
            Find(response.Content.Headers, "Content-Type"),
            Validator(Find(response.Headers, "ETag")),
            Validator(Find(response.Content.Headers, "Last-Modified")),
            Freshness()
        );

    /// <summary>Null for none, nonsense, and a moment that is over.</summary>
    public TimeSpan? RetryAfter()
    {
        if (Find(response.Headers, "Retry-After") is not { } written)
            return null;
        var wait = Seconds(written) ?? (Date(written) - now);
        return wait <= TimeSpan.Zero ? null : Shorter(wait, LongestWait);
    }

    /// <summary>Some hosts write other letters than ASCII into it, and those are UTF-8 today.</summary>
    public string? Location()
    {
        if (Find(response.Headers, "Location") is not { } written)
            return null;
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(written));
        }
        catch (DecoderFallbackException)
        {
            return written;
        }
    }

    public string? ContentEncoding() => Find(response.Content.Headers, "Content-Encoding");

    private TimeSpan? Freshness()
    {
        if (MaxAge() is { } maxAge)
        {
            var age = Find(response.Headers, "Age") is { } written ? Seconds(written) : null;
            return Clamped(maxAge - (age ?? TimeSpan.Zero));
        }

        if (Find(response.Content.Headers, "Expires") is not { } expires)
            return null;
        // RFC 9111, 5.3: what is no date, "0" above all, has expired.
        if (Date(expires) is not { } end)
            return TimeSpan.Zero;
        return Clamped(end - (Date(Find(response.Headers, "Date") ?? "") ?? now));
    }

    private TimeSpan? MaxAge() =>
        All(response.Headers, "Cache-Control")
            .SelectMany(line => line.Split(','))
            .Select(directive => directive.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts is [var name, _] && name.Equals("max-age", StringComparison.OrdinalIgnoreCase))
            .Select(parts => Seconds(parts[1].Trim('"')))
            .FirstOrDefault(found => found is not null);

    /// <summary>Digits alone: no sign, no fraction.</summary>
    private static TimeSpan? Seconds(string written)
    {
        if (written.Length == 0 || !written.All(char.IsAsciiDigit))
            return null;
        return long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Shorter(TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)), LongestFreshness)
            : LongestFreshness;
    }

    private static DateTimeOffset? Date(string written) =>
        DateTimeOffset.TryParseExact(
            written,
            DateForms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var date
        )
            ? date
            : null;

    private static TimeSpan Clamped(TimeSpan freshness) =>
        freshness < TimeSpan.Zero ? TimeSpan.Zero : Shorter(freshness, LongestFreshness);

    private static TimeSpan? Shorter(TimeSpan? span, TimeSpan most) => span > most ? most : span;

    private static TimeSpan Shorter(TimeSpan span, TimeSpan most) => span > most ? most : span;

    private static string? Validator(string? written) =>
        written is { Length: <= MostValidatorLetters } ? written : null;

    private static string? Find(HttpHeaders headers, string name) =>
        All(headers, name).Select(v => v.Trim()).FirstOrDefault(v => v.Length > 0);

    /// <summary>Not validated: the framework's own parsers drop a header that has one wrong letter.</summary>
    private static HeaderStringValues All(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values : default;
}
