namespace Bot.Scheduling;

internal static class SchedulingSetup
{
    /// <summary>Rings for the planned digests as long as the host runs.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services) =>
        services.AddHostedService<BellTower>();
}
