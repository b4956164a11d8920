using System.Text;
using System.Threading.Channels;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Receiving;

/// <summary>
/// Where interactions arrive, whatever way they come: each is acknowledged at once, before anything is looked up or
/// written down, and handed on once. https://docs.discord.com/developers/interactions/receiving-and-responding
/// </summary>
internal sealed partial class InteractionDesk(
    DiscordClient client,
    AcknowledgementRule rule,
    Suggester suggester,
    FormWriter forms,
    TimeProvider time,
    ILogger<InteractionDesk> log
)
{
    /// <summary>Discord's own limit is three seconds from when it sent it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.8);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(150);

    private readonly Channel<TakenInteraction> taken = Channel.CreateUnbounded<TakenInteraction>();

    private readonly RecentNumbers seen = new();

    public IAsyncEnumerable<TakenInteraction> ReadAsync(CancellationToken cancellation) =>
        taken.Reader.ReadAllAsync(cancellation);

    /// <summary>Waits for nothing.</summary>
    public void Receive(ReadOnlyMemory<byte> body)
    {
        if (TakenInteraction.TryRead(body.Span) is not { } interaction)
        {
            LogMalformed();
            return;
        }

        // Around a resume it is told twice.
        if (!seen.IsNew(interaction.Id.Value))
            return;
        switch (rule.Of(interaction))
        {
            case Acknowledgement.WithSuggestions:
                _ = SuggestAsync(interaction);
                break;
            case Acknowledgement.WithForm:
                _ = AcknowledgeAsync(interaction, forms.Write(interaction));
                break;
            case var how:
                var acknowledged = AcknowledgeAsync(interaction, Callback(how));
                taken.Writer.TryWrite(
                    new TakenInteraction(interaction, Encoding.UTF8.GetString(body.Span), how, acknowledged)
                );
                break;
        }
    }

    private static InteractionCallback Callback(Acknowledgement how) =>
        how switch
        {
            Acknowledgement.InPlace => new UpdateLater(),
            Acknowledgement.Privately => AnswerLater.Privately,
            _ => AnswerLater.Openly,
        };

    private async Task SuggestAsync(Interaction interaction)
    {
        try
        {
            await AcknowledgeAsync(interaction, await suggester.SuggestAsync(interaction));
        }
        catch (Exception broken)
        {
            LogNoSuggestions(broken);
        }
    }

    /// <summary>Again and again while there is time: told twice, Discord says that it knows.</summary>
    /// <returns>False where Discord did not take it.</returns>
    private async Task<bool> AcknowledgeAsync(Interaction interaction, InteractionCallback callback)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            while (true)
            {
                switch (await client.AnswerInteractionAsync(interaction.Id, interaction.Token, callback, limit.Token))
                {
                    case ApiAnswer<Done>.Ok or ApiAnswer<Done>.Refused { Code: ErrorCode.AlreadyAcknowledged }:
                        return true; // By an earlier try, whose answer was lost.
                    case ApiAnswer<Done>.Refused refused:
                        LogRefused(refused.Code, refused.Message);
                        return false;
                    case ApiAnswer<Done>.Stopped:
                        return false;
                }

                await Task.Delay(BetweenTries, time, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            LogTooLate();
            return false;
        }
        catch (Exception broken)
        {
            LogBroken(broken);
            return false;
        }
    }

    [LoggerMessage(860, LogLevel.Warning, "An interaction of Discord's cannot be read and is left out")]
    private partial void LogMalformed();

    [LoggerMessage(861, LogLevel.Warning, "Discord did not take an acknowledgement ({Code}: {Why})")]
    private partial void LogRefused(int code, string why);

    [LoggerMessage(862, LogLevel.Warning, "An interaction could not be acknowledged in time")]
    private partial void LogTooLate();

    [LoggerMessage(863, LogLevel.Error, "An interaction could not be acknowledged")]
    private partial void LogBroken(Exception broken);

    [LoggerMessage(864, LogLevel.Error, "No suggestions could be made")]
    private partial void LogNoSuggestions(Exception broken);
}
