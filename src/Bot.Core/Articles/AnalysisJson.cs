using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Text;
using Bot.Text.Spans;

namespace Bot.Core.Articles;

/// <summary>An analysis as the store keeps it; a span is [start, length].</summary>
internal static class AnalysisJson
{
    private static readonly AnalysisJsonContext Context = new(
        new JsonSerializerOptions { Converters = { new SpanConverter() } }
    );

    public static string Write(AnalyzedText analysis) => JsonSerializer.Serialize(analysis, Context.AnalyzedText);

    /// <returns>Null where the text is no analysis of this shape.</returns>
    public static AnalyzedText? TryRead(string stored)
    {
        try
        {
            return JsonSerializer.Deserialize(stored, Context.AnalyzedText);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("A span is [start, length].");
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var length = reader.GetInt32();
            reader.Read();
            return reader.TokenType == JsonTokenType.EndArray
                ? new TextSpan(start, length)
                : throw new JsonException("A span is [start, length].");
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.Length);
            writer.WriteEndArray();
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AnalyzedText))]
internal sealed partial class AnalysisJsonContext : JsonSerializerContext;
