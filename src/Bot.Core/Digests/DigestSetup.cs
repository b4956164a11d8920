using Bot.Core.Delivery;
using Bot.Core.Digests.Covers;
using Bot.Core.Digests.Writing;
using Bot.Core.Places;
using Bot.Core.Stories;
using Bot.Core.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Digests;

public static class DigestSetup
{
    /// <summary>Makes digests when it is told to, for the places that they go to; nothing here runs by itself.</summary>
    /// <param name="options">Validated.</param>
    public static IServiceCollection AddDigests(
        this IServiceCollection services,
        IReadOnlyList<DigestOptions> options
    ) =>
        services
            .AddPlaces()
            .AddStories()
            .AddTopics()
            .AddSingleton<DigestStore>()
            .AddSingleton(s => new DigestBook(
                [.. options.Select(o => o.ToSchedule())],
                s.GetRequiredService<DigestStore>(),
                s.GetRequiredService<DestinationBook>()
            ))
            .AddSingleton<CoverReader>()
            .AddSingleton<StoryEditor>()
            .AddSingleton<DigestComposer>()
            .AddSingleton<DigestLedger>()
            .AddSingleton<DigestDues>()
            .AddSingleton<DigestDoors>()
            .AddSingleton<DigestPress>()
            .AddSingleton<DigestRound>()
            .AddSingleton<DigestTraces>()
            .AddSingleton<DigestDesk>();
}
