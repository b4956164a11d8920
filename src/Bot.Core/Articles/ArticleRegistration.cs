using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Articles;

public static class ArticleRegistration
{
    /// <summary>The stores of articles and people. Nothing here runs by itself.</summary>
    public static IServiceCollection AddArticles(this IServiceCollection services) =>
        services
            .AddSingleton<ArticleStore>()
            .AddSingleton<PersonStore>()
            .AddSingleton<OutletStore>()
            .AddSingleton<ArticleIntake>()
            .AddSingleton<AnalysisDesk>();

    /// <summary>Reads new articles, and those that an older analyser read, in the background.</summary>
    public static IServiceCollection AddArticleReading(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<AnalysisDesk>());
}
