using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Core.Moving;

/// <summary>
/// What is set and planned in one chat, as the file that moves it: version 1. Values are written as they are typed in
/// commands and in configuration; what lies within the chat is named by its id there alone. No secrets, nothing of
/// readers, nothing of messages.
/// </summary>
public sealed record PackedPlace
{
    public const int Newest = 1;
    public const string PlaceKind = "place";

    /// <summary>The version of the format; only this program writes the field.</summary>
    [JsonPropertyName("byline")]
    public int Version { get; init; }

    public string? Kind { get; init; }

    public DateTimeOffset? Exported { get; init; }

    /// <summary>The chat's address: taken into another one, ids of channels and roles mean nothing.</summary>
    public string? From { get; init; }

    public string? Title { get; init; }

    public PackedSettings? Settings { get; init; }

    /// <summary>What is set for a channel or a topic alone, by its id.</summary>
    public IReadOnlyDictionary<string, PackedSettings?>? Channels { get; init; }

    public IReadOnlyList<PackedFeed?>? Feeds { get; init; }

    public IReadOnlyList<PackedFilter?>? Filters { get; init; }

    /// <summary>One a rule: those of one name are alternatives.</summary>
    public IReadOnlyList<PackedTopic?>? Topics { get; init; }

    public IReadOnlyList<PackedDigest?>? Digests { get; init; }

    /// <summary>Names of digests that this machine cannot read and so not write: their time zone is none that it knows.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, PackedJson.Written.PackedPlace);
}

/// <summary>What is absent is not set.</summary>
public sealed record PackedSettings
{
    /// <summary>"Europe/Berlin"</summary>
    public string? Zone { get; init; }

    /// <summary>"de"; of a channel alone also "auto".</summary>
    public string? Language { get; init; }

    /// <summary>"short", "normal", "long"</summary>
    public string? Size { get; init; }

    /// <summary>"22:00-07:00"; of a channel alone also "none".</summary>
    public string? Quiet { get; init; }

    public IReadOnlyList<PackedRole?>? Roles { get; init; }
}

public sealed record PackedRole(string? Id, string? Name);

public sealed record PackedFeed
{
    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Folder { get; init; }

    /// <summary>True where its pages are read for the whole text.</summary>
    public bool FullText { get; init; }

    public bool Paused { get; init; }

    /// <summary>Where its people are told of what is wrong with it.</summary>
    public string? Channel { get; init; }
}

public sealed record PackedFilter
{
    /// <summary>"exclude", "include"</summary>
    public string? Effect { get; init; }

    /// <summary>Words, or a pattern between slashes.</summary>
    public string? Words { get; init; }

    /// <summary>"any", "title", "text", "source"</summary>
    public string? In { get; init; }

    /// <summary>An outlet as it is called.</summary>
    public string? From { get; init; }

    /// <summary>The names under which that outlet's articles are filed.</summary>
    public IReadOnlyList<string?>? Sources { get; init; }

    public string? By { get; init; }

    public string? About { get; init; }

    public string? Lang { get; init; }

    public string? Name { get; init; }

    public string? Channel { get; init; }
}

/// <summary>A rule of a topic, as filters are written.</summary>
/// <param name="Name">The topic's.</param>
public sealed record PackedTopic(string? Name, PackedFilter? Takes);

public sealed record PackedDigest
{
    public string? Name { get; init; }

    /// <summary>"07:30", "07:30,18:00"; absent where <see cref="Every"/> says when.</summary>
    public string? At { get; init; }

    /// <summary>"3h", "news"</summary>
    public string? Every { get; init; }

    /// <summary>"mon-fri"</summary>
    public string? Days { get; init; }

    /// <summary>"Europe/Berlin"</summary>
    public string? Zone { get; init; }

    /// <summary>"22:00-07:00", "none"; absent where the place's count.</summary>
    public string? Quiet { get; init; }

    /// <summary>"6h", "never"</summary>
    public string? Late { get; init; }

    public int? Cap { get; init; }

    /// <summary>"15min"</summary>
    public string? Gather { get; init; }

    /// <summary>"short", "normal", "long"</summary>
    public string? Size { get; init; }

    /// <summary>"de"; absent where the place's counts.</summary>
    public string? Language { get; init; }

    /// <summary>Absent where all follows in the place itself.</summary>
    public bool? Thread { get; init; }

    /// <summary>"energy,sport"; absent where it tells all.</summary>
    public string? Topics { get; init; }

    /// <summary>Addresses, a blank between two; absent where it tells of all.</summary>
    public string? Feeds { get; init; }

    public bool Paused { get; init; }

    public string? Channel { get; init; }
}

[JsonSerializable(typeof(PackedPlace))]
internal sealed partial class PackedJson : JsonSerializerContext
{
    /// <summary>A file that people look into: a line each, and letters as they are.</summary>
    public static readonly PackedJson Written = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
        }
    );
}
