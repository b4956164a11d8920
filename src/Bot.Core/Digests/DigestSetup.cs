using Bot.Core.Digests.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Digests;

public static class DigestSetup
{
    /// <summary>Makes digests when it is told to; nothing here runs by itself.</summary>
    /// <param name="options">Validated.</param>
    public static IServiceCollection AddDigests(
        this IServiceCollection services,
        IReadOnlyList<DigestOptions> options
    ) =>
        services
            .AddSingleton(_ => new DigestBook([.. options.Select(o => o.ToSchedule())]))
            .AddSingleton<CoverReader>()
            .AddSingleton<DigestComposer>()
            .AddSingleton<DigestLedger>()
            .AddSingleton<DigestDesk>();
}
