using Bot.Discord.Api.Wire;

namespace Bot.Discord.Api;

/// <summary>The addresses of questions about one thing.</summary>
internal static class ApiRoutes
{
    public static ApiRoute Channel(
        HttpMethod method,
        Snowflake channel,
        string tail = "",
        string? tailTemplate = null
    ) => new(method, $"channels/*{tailTemplate ?? tail}", $"channels/{channel}{tail}", $"channel {channel}");

    public static ApiRoute Message(HttpMethod method, Snowflake channel, Snowflake message, string tail = "") =>
        Channel(method, channel, $"/messages/{message}{tail}", $"/messages/*{tail}");

    public static ApiRoute Guild(HttpMethod method, Snowflake guild, string tail = "", string? tailTemplate = null) =>
        new(method, $"guilds/*{tailTemplate ?? tail}", $"guilds/{guild}{tail}", $"guild {guild}");

    /// <param name="guild">Null for commands that stand everywhere.</param>
    public static ApiRoute Commands(HttpMethod method, Snowflake application, Snowflake? guild, string query = "") =>
        guild is { } one
            ? new(
                method,
                "applications/*/guilds/*/commands",
                $"applications/{application}/guilds/{one}/commands{query}",
                $"guild {one}"
            )
            : new(method, "applications/*/commands", $"applications/{application}/commands{query}");

    public static ApiRoute Callback(Snowflake interaction, string token) =>
        new(
            HttpMethod.Post,
            "interactions/*/*/callback",
            $"interactions/{interaction}/{Uri.EscapeDataString(token)}/callback",
            $"interaction {interaction}"
        )
        {
            IsInteraction = true,
        };

    /// <summary>Messages of an interaction, within fifteen minutes.</summary>
    public static ApiRoute Answer(
        HttpMethod method,
        Snowflake application,
        string token,
        string tail,
        string template
    ) =>
        new(
            method,
            $"webhooks/*/*{template}",
            $"webhooks/{application}/{Uri.EscapeDataString(token)}{tail}",
            $"webhook {application} {token}"
        )
        {
            IsInteraction = true,
        };
}
