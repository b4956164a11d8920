using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Api.Wire;

/// <summary>An id of anything at Discord's. https://docs.discord.com/developers/reference#snowflakes</summary>
[JsonConverter(typeof(SnowflakeConverter))]
internal readonly record struct Snowflake(ulong Value)
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int TimeShift = 22;

    public DateTimeOffset CreatedAt => Epoch.AddMilliseconds(Value >> TimeShift);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public static Snowflake? TryParse(string? written) =>
        ulong.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new Snowflake(value)
            : null;
}

/// <summary>Written as a string, since it is longer than a number of JavaScript's.</summary>
internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String when Snowflake.TryParse(reader.GetString()) is { } id => id,
            JsonTokenType.Number when reader.TryGetUInt64(out var value) => new Snowflake(value),
            _ => throw new JsonException("No id of Discord's"),
        };

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
