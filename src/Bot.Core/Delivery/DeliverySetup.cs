using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Delivery;

public static class DeliverySetup
{
    /// <summary>The outbox and what takes it to the platforms when it is told to; nothing here runs by itself.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton<Inbox>()
            .AddSingleton<Outbox>()
            .AddSingleton<ReplyDesk>()
            .AddSingleton<DestinationBook>()
            .AddSingleton<DeliveryBell>()
            .AddSingleton<Courier>();

    /// <summary>Posts by itself as long as the host runs.</summary>
    public static IServiceCollection AddDeliveryRounds(this IServiceCollection services) =>
        services.AddHostedService<CourierRounds>();
}
