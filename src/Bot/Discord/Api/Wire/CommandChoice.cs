using System.Text.Json;

namespace Bot.Discord.Api.Wire;

/// <summary>https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure</summary>
/// <param name="Value">A text or a number, as the option is.</param>
internal sealed record CommandChoice(string Name, JsonElement Value)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public static CommandChoice Of(string name, string value) =>
        new(name, JsonSerializer.SerializeToElement(value, DiscordJson.Default.String));

    public static CommandChoice Of(string name, long value) =>
        new(name, JsonSerializer.SerializeToElement(value, DiscordJson.Default.Int64));
}
