using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Moving;

public static class MovingSetup
{
    /// <summary>Takes what is set and planned in a chat out into a file, and in again. Needs places, feeds, filters and digests.</summary>
    public static IServiceCollection AddMoving(this IServiceCollection services) =>
        services
            .AddSingleton<Packer>()
            .AddSingleton<UnpackPlanner>()
            .AddSingleton<Unpacker>()
            .AddSingleton<ImportShelf>();
}
