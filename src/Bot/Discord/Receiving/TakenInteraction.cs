using System.Text.Json;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Receiving;

/// <summary>An interaction that was acknowledged, or is being.</summary>
/// <param name="Body">As Discord wrote it.</param>
/// <param name="Acknowledged">Ends with whether Discord took the acknowledgement.</param>
internal sealed record TakenInteraction(
    Interaction Interaction,
    string Body,
    Acknowledgement How,
    Task<bool> Acknowledged
)
{
    /// <returns>Null where it is none that can be read.</returns>
    public static Interaction? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
