using System.Runtime.CompilerServices;
using Bot.Core.Chat;

namespace Bot.Benchmarks;

/// <summary>A platform that takes every post at once and keeps what was posted.</summary>
internal sealed class DigestPaper : IChatPlatform
{
    public string Name => "discord";

    public List<Post> Posts { get; } = [];

    public Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation)
    {
        lock (Posts)
        {
            Posts.Add(post);
            return Task.FromResult<PostOutcome>(new PostOutcome.Sent([$"{Posts.Count}"]));
        }
    }

    public async IAsyncEnumerable<InboundEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        yield break;
    }

    public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation) =>
        Task.FromResult<string?>(null);
}
