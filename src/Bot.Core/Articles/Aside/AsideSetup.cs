using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Articles.Aside;

public static class AsideSetup
{
    /// <summary>The shelf of texts that readers point at. Needs the articles.</summary>
    public static IServiceCollection AddAside(this IServiceCollection services) => services.AddSingleton<AsideShelf>();
}
