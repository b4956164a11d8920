using System.Globalization;
using System.Net;
using System.Text;

namespace Bot.Emulators.Web;

/// <summary>Addresses that behave.</summary>
public static class Documents
{
    public const string Rss = "application/rss+xml; charset=utf-8";

    public const string Html = "text/html; charset=utf-8";

    /// <summary>Answers 304 to whoever has it already, by either validator.</summary>
    /// <param name="headers">More of them, as written.</param>
    public static WebPlay Of(
        string words,
        string contentType = Rss,
        string? etag = null,
        string? lastModified = null,
        params (string Name, string Value)[] headers
    ) => Of(Encoding.UTF8.GetBytes(words), contentType, etag, lastModified, headers);

    /// <inheritdoc cref="Of(string, string, string, string, ValueTuple{string, string}[])"/>
    /// <param name="contentType">May lie about the charset.</param>
    public static WebPlay Of(
        byte[] bytes,
        string contentType,
        string? etag = null,
        string? lastModified = null,
        params (string Name, string Value)[] headers
    ) =>
        async scene =>
        {
            foreach (var (name, value) in headers)
                scene.Response.Headers[name] = value;
            if (etag is not null)
                scene.Response.Headers.ETag = etag;
            if (lastModified is not null)
                scene.Response.Headers.LastModified = lastModified;
            if (IsKnown(scene.Http.Request, etag, lastModified))
            {
                scene.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            scene.Response.ContentType = contentType;
            scene.Response.ContentLength = bytes.Length;
            await scene.Response.Body.WriteAsync(bytes, scene.HungUp);
        };

    /// <summary>Another feed each time that it is asked for, with a validator of its own.</summary>
    public static WebPlay Changing(Func<int, string> words) =>
        scene => Of(words(scene.Number), Rss, $"\"{scene.Number.ToString(CultureInfo.InvariantCulture)}\"")(scene);

    /// <summary>A page that names feeds in its head.</summary>
    public static WebPlay PageWithFeeds(params (string Type, string Place)[] feeds) =>
        Of(
            "<!doctype html><html><head><title>Front page</title>"
                + string.Concat(
                    feeds.Select(f =>
                        $"<link rel=\"alternate\" type=\"{WebUtility.HtmlEncode(f.Type)}\" href=\"{WebUtility.HtmlEncode(f.Place)}\">"
                    )
                )
                + "</head><body><p>No feed stands here.</p></body></html>",
            Html
        );

    public static WebPlay Robots(string rules) => Of(rules, "text/plain");

    /// <summary>What another play does, once it is let go.</summary>
    public static WebPlay Held(Task until, WebPlay then) =>
        async scene =>
        {
            await until.WaitAsync(scene.HungUp);
            await then(scene);
        };

    private static bool IsKnown(HttpRequest request, string? etag, string? lastModified) =>
        request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known
            ? known == etag
            : request.Headers.IfModifiedSince.ToString() is { Length: > 0 } since && since == lastModified;
}
