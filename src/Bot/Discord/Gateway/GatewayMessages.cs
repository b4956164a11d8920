using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Gateway;

/// <summary>What a connection says to the gateway.</summary>
internal static class GatewayMessages
{
    /// <summary>https://docs.discord.com/developers/events/gateway#sending-events; more closes the connection with 4002.</summary>
    public const int MostBytes = 4096;

    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new HeartbeatMessage(GatewayOpcode.Heartbeat, sequence),
            GatewayJson.Default.HeartbeatMessage
        );

    public static ReadOnlyMemory<byte> Identify(GatewayIdentity identity) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new IdentifyMessage(
                GatewayOpcode.Identify,
                new IdentifyBody(
                    identity.Token,
                    identity.Intents,
                    new IdentifyProperties(
                        OperatingSystem.IsWindows() ? "windows" : "linux",
                        identity.Library,
                        identity.Library
                    ),
                    [identity.Shard, identity.Shards]
                )
            ),
            GatewayJson.Default.IdentifyMessage
        );

    public static ReadOnlyMemory<byte> Resume(GatewayIdentity identity, GatewaySession session) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new ResumeMessage(GatewayOpcode.Resume, new ResumeBody(identity.Token, session.Id, session.Sequence)),
            GatewayJson.Default.ResumeMessage
        );
}

/// <summary>https://docs.discord.com/developers/events/gateway-events#heartbeat</summary>
internal sealed record HeartbeatMessage(GatewayOpcode Op, long? D);

internal sealed record IdentifyMessage(GatewayOpcode Op, IdentifyBody D);

/// <summary>https://docs.discord.com/developers/events/gateway-events#identify</summary>
internal sealed record IdentifyBody(string Token, int Intents, IdentifyProperties Properties, IReadOnlyList<int> Shard);

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

internal sealed record ResumeMessage(GatewayOpcode Op, ResumeBody D);

/// <summary>https://docs.discord.com/developers/events/gateway-events#resume</summary>
internal sealed record ResumeBody(string Token, string SessionId, long Seq);

/// <summary>https://docs.discord.com/developers/events/gateway-events#hello</summary>
internal sealed record HelloBody(double HeartbeatInterval);

/// <summary>https://docs.discord.com/developers/events/gateway-events#ready</summary>
internal sealed record ReadyBody(string? SessionId, string? ResumeGatewayUrl);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HeartbeatMessage))]
[JsonSerializable(typeof(IdentifyMessage))]
[JsonSerializable(typeof(ResumeMessage))]
[JsonSerializable(typeof(HelloBody))]
[JsonSerializable(typeof(ReadyBody))]
[JsonSerializable(typeof(bool))]
internal sealed partial class GatewayJson : JsonSerializerContext;
