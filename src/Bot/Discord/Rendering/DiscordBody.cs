using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Rendering;

/// <summary>A message as Discord is asked to send it, the same for the channel and for <c>ask --platform discord</c>.</summary>
internal static class DiscordBody
{
    /// <summary>The same JSON, with letters as letters: it is read by people too.</summary>
    private static readonly JsonSerializerOptions Readable = new(DiscordJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Names every part that a message of ours can have, for a part that is not named would be left as it was.</summary>
    /// <param name="files">What is sent with it; none leaves those that hang on a message as they are.</param>
    public static MessageBody Of(DiscordMessage message, IReadOnlyList<ApiFile>? files = null) =>
        new()
        {
            Embeds = [message.Embed],
            Components = message.Rows,
            Attachments = files is { Count: > 0 } ? [.. files.Select((f, i) => new AttachmentNote(i, f.Name))] : null,
        };

    /// <summary>A JSON array of the bodies that send these messages.</summary>
    public static string ToJson(IEnumerable<DiscordMessage> messages) =>
        $"[{string.Join(',', messages.Select(m => JsonSerializer.Serialize(Of(m), Readable.GetTypeInfo(typeof(MessageBody)))))}]";
}
