using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Discord.Gateway;

namespace Bot.Discord.Receiving;

/// <summary>What Discord tells, sorted as it arrives: interactions are acknowledged and kept, servers are followed.</summary>
internal sealed partial class DiscordReception(
    DiscordAccount account,
    GatewayFleet fleet,
    InteractionDesk interactions,
    InteractionReader reader,
    AcknowledgementRule rule,
    GuildEvents guildEvents,
    GuildDesk guilds,
    Inbox inbox,
    ReplyDesk replies,
    TimeProvider time,
    ILogger<DiscordReception> log
)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>What was left over from the last run, then what happens.</summary>
    /// <exception cref="UnauthorizedAccessException">Discord does not know the token, or closed the gateway for good.</exception>
    public async IAsyncEnumerable<InboundEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var me = await OpenAsync(cancellation);
        var name = DiscordAddress.InboxOf(me.Id);
        var (again, givenUp) = await inbox.LeftOverAsync(name, cancellation);
        foreach (var item in givenUp)
            LogGivenUp(item.Event);
        var happened = Channel.CreateUnbounded<InboundEvent>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var listening = ListenAsync(name, happened.Writer, over.Token);
        foreach (var item in again)
        {
            if (await ReadAgainAsync(item) is { } left)
                yield return left;
        }

        try
        {
            await foreach (var one in happened.Reader.ReadAllAsync(cancellation))
                yield return one;
        }
        finally
        {
            await over.CancelAsync();
            await listening;
        }
    }

    /// <summary>Side by side, so that no look into the store keeps an interaction waiting for its acknowledgement.</summary>
    /// <returns>When the gateway is lost for good, with that as its fault, or when it is told to stop.</returns>
    private async Task ListenAsync(string name, ChannelWriter<InboundEvent> happened, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var news = Channel.CreateUnbounded<GuildEvent>();
        var aside = Task.WhenAll(
            KeepAsync(name, happened, over.Token),
            FollowGuildsAsync(news.Reader, happened, over.Token),
            SortAsync(news.Writer, over.Token)
        );
        var why = await fleet.RunAsync(cancellation);
        await over.CancelAsync();
        await aside;
        happened.TryComplete(
            cancellation.IsCancellationRequested ? null : new UnauthorizedAccessException(why ?? "Discord is lost.")
        );
    }

    private async Task SortAsync(ChannelWriter<GuildEvent> news, CancellationToken cancellation)
    {
        try
        {
            await foreach (var told in fleet.ReadAsync(cancellation))
            {
                if (told.Name == "INTERACTION_CREATE")
                    interactions.Receive(told.Body);
                else if (guildEvents.Read(told) is { } guild)
                    news.TryWrite(guild);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task FollowGuildsAsync(
        ChannelReader<GuildEvent> news,
        ChannelWriter<InboundEvent> happened,
        CancellationToken cancellation
    )
    {
        try
        {
            await foreach (var one in news.ReadAllAsync(cancellation))
            {
                try
                {
                    foreach (var told in await guilds.ReadAsync(one, cancellation))
                        happened.TryWrite(told);
                }
                catch (Exception broken) when (!cancellation.IsCancellationRequested)
                {
                    LogBroken(broken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    /// <summary>Keeps interactions before they are seen to, so that they are answered after a crash too.</summary>
    private async Task KeepAsync(string name, ChannelWriter<InboundEvent> happened, CancellationToken cancellation)
    {
        try
        {
            await foreach (var taken in interactions.ReadAsync(cancellation))
            {
                try
                {
                    await KeepAsync(name, taken, happened, cancellation);
                }
                catch (Exception broken) when (!cancellation.IsCancellationRequested)
                {
                    LogBroken(broken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task KeepAsync(
        string name,
        TakenInteraction taken,
        ChannelWriter<InboundEvent> happened,
        CancellationToken cancellation
    )
    {
        var number = (long)taken.Interaction.Id.Value;
        foreach (var item in await inbox.TakeAsync(name, [(number, taken.Body)], number + 1, cancellation))
            _ = PassOnAsync(taken, item, happened);
    }

    /// <summary>Before it is acknowledged there is nothing that an answer could be put in.</summary>
    private async Task PassOnAsync(TakenInteraction taken, InboxItem item, ChannelWriter<InboundEvent> happened)
    {
        try
        {
            await taken.Acknowledged;
            if (reader.Read(taken.Interaction, taken.How, item) is { } told)
                happened.TryWrite(told);
            else
                await SettleAsync(item);
        }
        catch (Exception broken)
        {
            LogBroken(broken);
        }
    }

    private async Task<InboundEvent?> ReadAgainAsync(InboxItem item)
    {
        if (
            TakenInteraction.TryRead(Encoding.UTF8.GetBytes(item.Body)) is { } interaction
            && reader.Read(interaction, rule.Of(interaction), item) is { } happened
        )
            return happened;
        await SettleAsync(item);
        return null;
    }

    private async Task SettleAsync(InboxItem item)
    {
        LogMalformed(item.Event);
        await replies.EndAsync(item, null, CancellationToken.None);
    }

    /// <summary>Makes the application known. Waits for the network.</summary>
    /// <exception cref="UnauthorizedAccessException">Discord does not know the token.</exception>
    private async Task<DiscordApplication> OpenAsync(CancellationToken cancellation)
    {
        for (var failures = 0; ; failures++)
        {
            switch (await account.KnowAsync(cancellation))
            {
                case ApiAnswer<DiscordApplication>.Ok ok:
                    LogConnected(ok.Value.Name ?? "", account.Invitation);
                    return ok.Value;
                case ApiAnswer<DiscordApplication>.Stopped stopped:
                    throw new UnauthorizedAccessException(stopped.Why);
            }

            if (failures == 0)
                LogWaiting();
            var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10)));
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, cancellation);
        }
    }

    [LoggerMessage(850, LogLevel.Information, "Discord: {Name} answers; servers add it with {Invitation}")]
    private partial void LogConnected(string name, Uri? invitation);

    [LoggerMessage(851, LogLevel.Warning, "Discord cannot be reached; it is tried again until it can")]
    private partial void LogWaiting();

    [LoggerMessage(852, LogLevel.Warning, "Interaction {Interaction} of Discord's means nothing and is left out")]
    private partial void LogMalformed(long interaction);

    [LoggerMessage(
        853,
        LogLevel.Error,
        "Interaction {Interaction} of Discord's ended the program again and again; it is left out"
    )]
    private partial void LogGivenUp(long interaction);

    [LoggerMessage(854, LogLevel.Error, "What Discord told could not be kept")]
    private partial void LogBroken(Exception broken);
}
