using System.Net.Sockets;
using Bot.Core.Articles;

namespace Bot.Web;

/// <summary>Answers under <c>run</c> what other rooms have pages for, and <c>GET /healthz</c>: 200 "alive" while the store answers, 503 with the reason while it does not.</summary>
internal sealed partial class WebServer(
    WebOptions options,
    ArticleStore articles,
    IEnumerable<WebRoute> routes,
    ILogger<WebServer> log
) : IHostedService, IAsyncDisposable
{
    private WebApplication? _web;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Addresses().Count == 0)
            return;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Addresses()]);
        builder.Services.AddRoutingCore();
        var web = builder.Build();
        web.MapGet("/healthz", HealthAsync);
        foreach (var route in routes)
            web.MapPost(route.Path, route.Handle);
        try
        {
            await web.StartAsync(cancellationToken);
            _web = web;
        }
        catch (Exception taken) when (taken is IOException or SocketException && !routes.Any())
        {
            // Nobody brings anything here: the desk answers without it.
            LogAddressTaken(options.Urls, taken.Message);
            await web.DisposeAsync();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _web?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _web?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HealthAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        try
        {
            await articles.CountAllAsync(context.RequestAborted);
            await context.Response.WriteAsync("alive\n", context.RequestAborted);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            LogStoreSilent(broken);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("the store does not answer\n", context.RequestAborted);
        }
    }

    [LoggerMessage(
        600,
        LogLevel.Warning,
        "No health page: {Urls} cannot be listened on ({Why}). Set Web:Urls to a free address, or to nothing."
    )]
    private partial void LogAddressTaken(string urls, string why);

    [LoggerMessage(601, LogLevel.Error, "The store does not answer")]
    private partial void LogStoreSilent(Exception broken);
}
