namespace Bot.Discord.Gateway;

/// <summary>What can happen to a connection.</summary>
internal abstract record GatewayInput
{
    private GatewayInput() { }

    public sealed record Start : GatewayInput;

    public sealed record Opened : GatewayInput;

    /// <param name="Message">One whole message, inflated; it belongs to the receiver.</param>
    public sealed record Received(ReadOnlyMemory<byte> Message) : GatewayInput;

    /// <param name="Code">Null where the line broke, or never stood.</param>
    public sealed record Closed(int? Code) : GatewayInput;

    /// <summary>It is this connection's turn to identify.</summary>
    public sealed record MayIdentify : GatewayInput;

    /// <summary>Time passed; how much, the moment tells.</summary>
    public sealed record TimePassed : GatewayInput;

    /// <summary>Something of the program's own to say, as its presence; it waits for its turn.</summary>
    public sealed record Wish(ReadOnlyMemory<byte> Message) : GatewayInput;

    public sealed record Stop : GatewayInput;
}
