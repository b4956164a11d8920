namespace Bot.Discord.Api.Limits;

/// <summary>What a limit is counted for, as far as is known before Discord has answered.</summary>
/// <param name="Route">Method and path without ids.</param>
/// <param name="Resource">The channel, server or webhook; empty where there is none.</param>
/// <param name="IsOutsideGlobal">https://docs.discord.com/developers/topics/rate-limits#global-rate-limit: interactions are.</param>
internal readonly record struct LimitKey(string Route, string Resource, bool IsOutsideGlobal);
