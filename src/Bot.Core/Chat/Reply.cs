using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Core.Chat;

/// <summary>An answer or a post: blocks that each platform's renderer dresses in its own way.</summary>
public sealed record Reply(IReadOnlyList<ReplyBlock> Blocks)
{
    private static readonly ReplyJson Json = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>True where it says why something was not done: it does not take the place of what is there.</summary>
    [JsonIgnore]
    public bool IsRefusal { get; init; }

    /// <summary>An answer of one paragraph, and where to go on.</summary>
    public static Reply Of(IReadOnlyList<Inline> words, params IReadOnlyList<ReplyButton> buttons) =>
        new(buttons.Count == 0 ? [new ParagraphBlock(words)] : [new ParagraphBlock(words), new ButtonBlock(buttons)]);

    [JsonIgnore]
    public IReadOnlyList<FileBlock> Files => [.. Blocks.OfType<FileBlock>()];

    /// <summary>The same for a place that takes no files.</summary>
    public Reply WithoutFiles() =>
        this with
        {
            Blocks = [.. Blocks.Select(b => b is FileBlock file ? new ParagraphBlock(file.Instead) : b)],
        };

    public string ToJson() => JsonSerializer.Serialize(this, Json.Reply);

    /// <exception cref="JsonException">The text is no reply.</exception>
    public static Reply FromJson(string json) =>
        JsonSerializer.Deserialize(json, Json.Reply) ?? throw new JsonException("The reply is null.");
}

[JsonSerializable(typeof(Reply))]
internal sealed partial class ReplyJson : JsonSerializerContext;
