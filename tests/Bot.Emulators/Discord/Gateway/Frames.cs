using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway</summary>
internal static class Opcodes
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int PresenceUpdate = 3;
    public const int VoiceStateUpdate = 4;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int RequestGuildMembers = 8;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}

/// <summary>What goes out on a socket: a payload, a close, or the end of the line.</summary>
internal abstract record Frame
{
    public sealed record Payload(ReadOnlyMemory<byte> Json, bool IsEvent) : Frame
    {
        public static Payload Of(int op, JsonNode? body) =>
            new(
                System.Text.Encoding.UTF8.GetBytes(
                    new JsonObject
                    {
                        ["op"] = op,
                        ["d"] = body,
                        ["s"] = null,
                        ["t"] = null,
                    }.ToJsonString()
                ),
                IsEvent: false
            );

        public static Payload OfEvent(long sequence, string name, JsonObject body) =>
            new(
                System.Text.Encoding.UTF8.GetBytes(
                    $"{{\"op\":0,\"s\":{sequence},\"t\":\"{name}\",\"d\":{body.ToJsonString()}}}"
                ),
                IsEvent: true
            );
    }

    public sealed record Close(int Code, string Reason) : Frame;

    /// <summary>The connection is lost, in the middle of a frame or between two.</summary>
    public sealed record Cut(bool IsMidFrame) : Frame;
}
