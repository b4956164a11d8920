namespace Bot.Discord.Gateway;

/// <summary>What is to be done for a connection.</summary>
internal abstract record GatewayOutput
{
    private GatewayOutput() { }

    public sealed record Connect(Uri To) : GatewayOutput;

    public sealed record Send(ReadOnlyMemory<byte> Message) : GatewayOutput;

    /// <param name="Code">1000 ends the session at Discord's, 4000 keeps it.</param>
    public sealed record Close(int Code, string Why) : GatewayOutput;

    /// <summary>To be answered with <see cref="GatewayInput.MayIdentify"/>.</summary>
    public sealed record AskToIdentify : GatewayOutput;

    public sealed record Dispatch(GatewayEvent Event) : GatewayOutput;
}
