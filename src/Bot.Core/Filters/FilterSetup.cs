using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Filters;

public static class FilterSetup
{
    /// <summary>The rules of places, and who applies them.</summary>
    public static IServiceCollection AddFilters(this IServiceCollection services) =>
        services.AddSingleton<FilterBook>().AddSingleton<FilterDesk>();
}
