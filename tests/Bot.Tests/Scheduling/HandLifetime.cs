using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Scheduling;

/// <summary>A desk that is up when the test says so.</summary>
internal sealed class HandLifetime : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _started = new();

    public CancellationToken ApplicationStarted => _started.Token;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void Start() => _started.Cancel();

    public void StopApplication() { }

    public void Dispose() => _started.Dispose();
}
