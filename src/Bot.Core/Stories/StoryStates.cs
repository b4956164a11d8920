using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Text.Stories;

namespace Bot.Core.Stories;

/// <summary>What the clusterer knows, as bytes: JSON, deflated, since most of it is numbers in rows.</summary>
internal static partial class StoryStates
{
    public static byte[] Write<T>(T state)
    {
        using var packed = new MemoryStream();
        using (var deflating = new DeflateStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(deflating, state, typeof(T), StateJson.Default);
        return packed.ToArray();
    }

    /// <exception cref="JsonException">The bytes are no state.</exception>
    public static T Read<T>(byte[] packed)
    {
        using var inflating = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        return (T?)JsonSerializer.Deserialize(inflating, typeof(T), StateJson.Default)
            ?? throw new JsonException("A story's state is empty.");
    }

    [JsonSerializable(typeof(StoryTrackerState))]
    [JsonSerializable(typeof(StoryState))]
    private sealed partial class StateJson : JsonSerializerContext;
}
