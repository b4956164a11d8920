using Bot.Discord.Api.Limits;

namespace Bot.Discord.Api;

/// <summary>One question's address.</summary>
/// <param name="Template">The path without ids: requests of one template may share a limit.</param>
/// <param name="Resource">The channel, server or webhook that the limit is counted for; empty where there is none.</param>
internal sealed record ApiRoute(HttpMethod Method, string Template, string Path, string Resource = "")
{
    /// <summary>True for what goes by an interaction's own token: outside the global limit, and no word on the bot's token.</summary>
    public bool IsInteraction { get; init; }

    public LimitKey Limit => new($"{Method} {Template}", Resource, IsInteraction);

    /// <summary>Done twice is the same as done once.</summary>
    public bool IsRepeatable => Method != HttpMethod.Post;
}
