using Bot.Core.Chat;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord;

/// <summary>What <c>check</c> finds at Discord: the token, the way to it, and how a server adds the bot.</summary>
internal sealed class DiscordCheck(DiscordOptions options, DiscordAccount account, DiscordClient client)
{
    public async Task<IReadOnlyList<PlatformFinding>> LookAsync(CancellationToken cancellation) =>
        await account.KnowAsync(cancellation) switch
        {
            ApiAnswer<DiscordApplication>.Ok me =>
            [
                new PlatformFinding(
                    $"Discord {me.Value.Name} (servers add it with {account.Invitation})",
                    await WayAsync(cancellation)
                ),
            ],
            ApiAnswer<DiscordApplication>.Stopped =>
            [
                new PlatformFinding(
                    "Discord",
                    "Discord does not know this token; copy it anew from the developer portal (your application, Bot, Reset Token) into Discord:Token"
                ),
            ],
            var failed => [new PlatformFinding("Discord", Unreachable(failed))],
        };

    private async Task<string?> WayAsync(CancellationToken cancellation) =>
        await client.GetGatewayAsync(cancellation) switch
        {
            ApiAnswer<GatewayPlan>.Ok { Value.SessionStartLimit.Remaining: 0 } =>
                "Discord grants no more starts today; wait, and see that nothing starts it again and again",
            ApiAnswer<GatewayPlan>.Ok => null,
            var failed => Unreachable(failed),
        };

    private string Unreachable<T>(ApiAnswer<T> failed) =>
        failed switch
        {
            ApiAnswer<T>.Unreachable unreachable =>
                $"{options.ApiUrl} cannot be reached ({unreachable.Why}); look at the network, a proxy, or Discord:ApiUrl",
            ApiAnswer<T>.Unknown unknown => $"{options.ApiUrl} gave no clear answer ({unknown.Why}); try again",
            ApiAnswer<T>.RateLimited limited =>
                $"Discord asks for a pause of {limited.After.TotalSeconds:0} s; try again then",
            ApiAnswer<T>.Refused refused =>
                $"Discord refuses ({refused.Status}: {refused.Message}); look at Discord:Token",
            _ => "Discord does not answer as it should",
        };
}
