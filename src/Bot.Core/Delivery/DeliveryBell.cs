namespace Bot.Core.Delivery;

/// <summary>Rings when something was put into the outbox of this process.</summary>
public sealed class DeliveryBell(TimeProvider time) : Bell(time);
