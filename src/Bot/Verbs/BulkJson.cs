using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Verbs;

/// <summary>How bulk verbs write their answers: what is not there is left out, and letters stay letters.</summary>
[JsonSerializable(typeof(AnalyzeAnswer))]
[JsonSerializable(typeof(StoryAnswer))]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PageProblem))]
[JsonSerializable(typeof(LineError))]
internal sealed partial class BulkJson : JsonSerializerContext
{
    public static BulkJson Plain { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
