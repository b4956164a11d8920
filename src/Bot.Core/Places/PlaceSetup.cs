using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Places;

public static class PlaceSetup
{
    /// <summary>What is set for each chat. Needs the store and a clock.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services.AddSingleton<PlaceBook>().AddSingleton<DoorBook>();
}
