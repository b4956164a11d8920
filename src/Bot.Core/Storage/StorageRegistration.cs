using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Storage;

public static class StorageRegistration
{
    /// <summary>The store. Nothing is opened before it is asked for.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StoreOptions options) =>
        services.AddSingleton(new Database(options)).AddSingleton<MomentBook>();
}
