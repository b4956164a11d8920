namespace Bot.Discord.Gateway;

/// <summary>Where a connection stands.</summary>
internal abstract record GatewayPhase
{
    private GatewayPhase() { }

    public sealed record Idle : GatewayPhase;

    /// <summary>Between two connections.</summary>
    public sealed record Resting(DateTimeOffset Until) : GatewayPhase;

    public sealed record Connecting : GatewayPhase;

    /// <summary>Open; Discord has not said hello.</summary>
    public sealed record Greeting(DateTimeOffset Until) : GatewayPhase;

    /// <summary>Waits for its turn to identify.</summary>
    public sealed record Queueing : GatewayPhase;

    public sealed record Identifying(DateTimeOffset Until) : GatewayPhase;

    /// <summary>Missed events are told again, in order.</summary>
    public sealed record Resuming(DateTimeOffset Until) : GatewayPhase;

    public sealed record Ready : GatewayPhase;

    /// <summary>Closed by us; the line is not down yet.</summary>
    public sealed record Closing(DateTimeOffset Until, TimeSpan Rest) : GatewayPhase;

    /// <param name="Why">Null where we wanted it.</param>
    public sealed record Ended(string? Why) : GatewayPhase;

    /// <summary>Discord's words count: neither before the line stands nor after we have hung up.</summary>
    public bool IsOpen => this is Greeting or Queueing or Identifying or Resuming or Ready;

    /// <summary>When patience ends.</summary>
    public DateTimeOffset? Deadline =>
        this switch
        {
            Resting resting => resting.Until,
            Greeting greeting => greeting.Until,
            Identifying identifying => identifying.Until,
            Resuming resuming => resuming.Until,
            Closing closing => closing.Until,
            _ => null,
        };
}
