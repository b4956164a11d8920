using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Accounts;

/// <summary>The bot's application at Discord, as it has been made known.</summary>
internal sealed class DiscordAccount(DiscordClient client)
{
    private const string InvitePage = "https://discord.com/oauth2/authorize";

    /// <summary>Null until Discord has answered once.</summary>
    public DiscordApplication? Me { get; private set; }

    /// <summary>The bot among a server's members.</summary>
    public Snowflake? Member => Me?.Bot?.Id ?? Me?.Id;

    /// <summary>Where a server's owner adds the bot, with the least that it needs.</summary>
    public Uri? Invitation =>
        Me is { } me
            ? new Uri(
                $"{InvitePage}?client_id={me.Id}&scope=bot+applications.commands&permissions={(long)DiscordPermissions.Needed}"
            )
            : null;

    public async Task<ApiAnswer<DiscordApplication>> KnowAsync(CancellationToken cancellation)
    {
        if (Me is { } known)
            return new ApiAnswer<DiscordApplication>.Ok(known);
        var answer = await client.GetApplicationAsync(cancellation);
        if (answer is ApiAnswer<DiscordApplication>.Ok ok)
            Me = ok.Value;
        return answer;
    }
}
