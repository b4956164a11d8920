using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// One GET and its answer. The handler is its own, not a factory's: the guard of its connections is what makes it fit
/// for addresses that strangers chose, and nothing else may share or replace it.
/// </summary>
internal sealed class WebLine(GuardedConnection guard, FetchLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>Names the bot and a page where it can be read who runs it and how to turn it away.</summary>
    public const string UserAgent = "Byline/1.0 (+https://byline.example/bot)";

    private const int MostHeaderKilobytes = 64;

    private readonly HttpMessageInvoker _web = new(
        new SocketsHttpHandler
        {
            ConnectCallback = guard.OpenAsync,
            ConnectTimeout = limits.HeaderPatience,
            UseProxy = false, // A proxy would look names up by itself, past the guard.
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // DNS may have changed its mind.
            // As long as the next of one host's turns may take: thousands of hosts are asked once and not soon again.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3),
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, // Validators go back as they came.
        }
    );

    public void Dispose() => _web.Dispose();

    /// <param name="budget">What is left of the deadline.</param>
    /// <exception cref="FetchRefusal">There is no answer that can be used.</exception>
    public async Task<WebAnswer> AskAsync(Uri url, WebAsk ask, TimeSpan budget, CancellationToken cancellation)
    {
        var host = FetchAddress.Name(url);
        using var deadline = new CancellationTokenSource(budget, time);
        using var headers = new CancellationTokenSource(limits.HeaderPatience, time);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        using var start = CancellationTokenSource.CreateLinkedTokenSource(headers.Token, whole.Token);
        using var request = Write(url, ask);
        try
        {
            using var response = await _web.SendAsync(request, start.Token);
            return await ReadAsync(response, host, ask, whole.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FetchRefusal(
                FetchFault.TooSlow,
                deadline.IsCancellationRequested
                    ? $"{host} was not done within {limits.Deadline.TotalSeconds:0} s"
                    : $"{host} sent no headers within {limits.HeaderPatience.TotalSeconds:0} s"
            );
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException and not FetchRefusal)
        {
            throw Refusal(broken, host);
        }
    }

    private static HttpRequestMessage Write(Uri url, WebAsk ask)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", ask.Accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        Add(request, "If-None-Match", ask.ETag);
        Add(request, "If-Modified-Since", ask.LastModified);
        return request;
    }

    /// <summary>As given, unless it would break the line or the letters of the protocol.</summary>
    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (
            !string.IsNullOrEmpty(value)
            && value.All(c => c is >= ' ' and <= '\u00ff' and not (>= '\u007f' and <= '\u009f'))
        )
            request.Headers.TryAddWithoutValidation(name, value);
    }

    private async Task<WebAnswer> ReadAsync(
        HttpResponseMessage response,
        string host,
        WebAsk ask,
        CancellationToken cancellation
    )
    {
        var headers = new AnswerHeaders(response, time.GetUtcNow());
        byte[] bytes = [];
        if (response.IsSuccessStatusCode)
        {
            if (!ask.IsCut && response.Content.Headers.ContentLength > ask.MostBytes)
                throw BodyReader.TooLarge(host, ask.MostBytes);
            await using var wire = new WireStream(
                await response.Content.ReadAsStreamAsync(cancellation),
                limits,
                ask.IsCut ? limits.MostBytes : ask.MostBytes,
                host,
                time
            );
            bytes = await BodyReader.ReadAsync(wire, headers.ContentEncoding(), host, ask, cancellation);
        }

        return new WebAnswer((int)response.StatusCode, headers.Read(), bytes, headers.Location(), headers.RetryAfter());
    }

    /// <summary>The framework's own message is left out: it may carry what a host wrote.</summary>
    private static FetchRefusal Refusal(Exception broken, string host)
    {
        for (var inner = broken; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchRefusal ours)
                return ours;
            if (inner is AuthenticationException)
                return new FetchRefusal(FetchFault.NoTrust, $"{host} shows no certificate that can be trusted");
            if (inner is SocketException { SocketErrorCode: var code } && broken is HttpRequestException)
                return new FetchRefusal(FetchFault.NoConnection, $"{host} cannot be reached ({code})");
        }

        return broken switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new FetchRefusal(
                FetchFault.TooLarge,
                $"{host} sends more than {MostHeaderKilobytes} KiB of headers"
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new FetchRefusal(
                FetchFault.Garbled,
                $"{host} answers in something that is not HTTP"
            ),
            HttpRequestException => new FetchRefusal(
                FetchFault.NoConnection,
                $"{host} ended the connection without an answer"
            ),
            _ => new FetchRefusal(FetchFault.Garbled, $"{host} sends a body that ends too soon"),
        };
    }
}
