using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>
/// The platform says no, with its own code. Caught in one place, where the answer is written.
/// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
/// </summary>
internal sealed class Refused(int status, int code, string message) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    /// <summary>Of 50035: what is wrong, as a tree of the request's fields.</summary>
    public JsonObject? Errors { get; init; }

    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>"user", "global" or "shared", of 429.</summary>
    public string? Scope { get; private init; }

    public static Refused UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static Refused UnknownMessage() => new(404, 10008, "Unknown Message");

    public static Refused UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static Refused UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static Refused MissingAccess() => new(403, 50001, "Missing Access");

    public static Refused MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static Refused Empty() => new(400, 50006, "Cannot send an empty message");

    public static Refused WrongChannelKind() => new(400, 50024, "Cannot execute action on this channel type");

    public static Refused Unauthorized() => new(401, 0, "401: Unauthorized");

    public static Refused NotFound() => new(404, 0, "404: Not Found");

    public static Refused Limited(TimeSpan wait, string scope) =>
        new(429, 0, "You are being rate limited.") { RetryAfter = wait, Scope = scope };
}
