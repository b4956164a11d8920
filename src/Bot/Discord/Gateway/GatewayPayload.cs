using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>
/// The envelope of everything that the gateway says; what it holds stays as it came.
/// https://docs.discord.com/developers/events/gateway-events#payload-structure
/// </summary>
internal sealed record GatewayPayload(int Opcode, long? Sequence, string? Name, ReadOnlyMemory<byte> Body)
{
    /// <returns>Null where it is no such envelope.</returns>
    public static GatewayPayload? TryRead(ReadOnlyMemory<byte> message)
    {
        try
        {
            return Read(message);
        }
        // Bytes in a string that are no UTF-8 are an InvalidOperationException to the reader.
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static GatewayPayload? Read(ReadOnlyMemory<byte> message)
    {
        var reader = new Utf8JsonReader(message.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        var payload = new GatewayPayload(-1, null, null, default);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            payload = payload.With(ref reader, message);
        // What follows the object would make it no JSON.
        return reader.Read() || payload.Opcode < 0 ? null : payload;
    }

    private GatewayPayload With(ref Utf8JsonReader reader, ReadOnlyMemory<byte> message)
    {
        var field = reader.GetString();
        reader.Read();
        var from = (int)reader.TokenStartIndex;
        var read = (field, reader.TokenType) switch
        {
            ("op", JsonTokenType.Number) => this with { Opcode = reader.TryGetInt32(out var opcode) ? opcode : -1 },
            ("s", JsonTokenType.Number) => this with { Sequence = reader.TryGetInt64(out var s) ? s : null },
            ("t", JsonTokenType.String) => this with { Name = reader.GetString() },
            _ => this,
        };
        reader.Skip();
        return field == "d" ? read with { Body = message[from..(int)reader.BytesConsumed] } : read;
    }
}
