using System.Text;
using System.Text.Json;

namespace Bot.Core.Moving;

/// <summary>What a file was read as.</summary>
public abstract record PackedReading
{
    public sealed record Read(PackedPlace Place) : PackedReading;

    /// <summary>It is no JSON.</summary>
    /// <param name="Line">From 1.</param>
    public sealed record Broken(long Line) : PackedReading;

    /// <summary>It is JSON, and nothing that this program wrote.</summary>
    public sealed record Foreign : PackedReading;

    /// <summary>A newer program wrote it.</summary>
    public sealed record Newer(int Version) : PackedReading;

    /// <summary>One value is of another kind than the format's.</summary>
    /// <param name="Path">"$.digests[2].at"</param>
    public sealed record Wrong(string Path) : PackedReading;

    /// <param name="bytes">UTF-8, with or without its mark.</param>
    public static PackedReading Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("byline", out var written)
                || written.ValueKind != JsonValueKind.Number
                || !written.TryGetInt32(out var version)
                || version < 1
            )
                return new Foreign();
            if (version > PackedPlace.Newest)
                return new Newer(version);
            return
                json.RootElement.TryGetProperty("kind", out var kind)
                && kind.ValueKind == JsonValueKind.String
                && kind.ValueEquals(PackedPlace.PlaceKind)
                ? Understood(json)
                : new Foreign();
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's answer to a lone surrogate in an escape.
            return new Wrong("$");
        }
        catch (JsonException broken)
        {
            return new Broken((broken.LineNumber ?? 0) + 1);
        }
    }

    private static PackedReading Understood(JsonDocument json)
    {
        try
        {
            return json.Deserialize(PackedJson.Written.PackedPlace) is { } place ? new Read(place) : new Foreign();
        }
        catch (JsonException wrong)
        {
            return new Wrong(wrong.Path ?? "$");
        }
    }
}
