using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Discord.Sending;

namespace Bot.Discord.Receiving;

/// <summary>Ends one interaction: its answer goes into the outbox in the transaction that settles it. Discord shows "thinking" until then.</summary>
/// <param name="item">The interaction as it is kept.</param>
/// <param name="place">Where it was asked.</param>
internal sealed class DiscordAnswer(
    InboxItem item,
    Interaction interaction,
    Acknowledgement how,
    Destination place,
    ReplyDesk replies,
    DiscordClient client
) : IReplyHandle
{
    public Task BeginAsync(CancellationToken cancellation) => replies.BeginAsync(item, cancellation);

    public async Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1)
    {
        if (reply is null)
        {
            if (how != Acknowledgement.InPlace)
                await client.DeleteOriginalAsync(interaction.ApplicationId, interaction.Token, cancellation);
            await replies.EndAsync(item, null, cancellation);
            return;
        }

        var post = new Post(DiscordAddress.OfAnswer(place, interaction.Id), reply, Key: "")
        {
            Page = page,
            IsTurned = true,
            Answers = Where(isInPlace).ToString(),
            Edits = isInPlace && how == Acknowledgement.InPlace ? Pressed : null,
        };
        await replies.EndAsync(item, post, cancellation);
    }

    /// <summary>The message whose button was pressed; one that only the asker sees cannot be changed any other way.</summary>
    private string? Pressed =>
        interaction.Message is { } message && !IsEphemeral(message)
            ? message.Id.Value.ToString(CultureInfo.InvariantCulture)
            : null;

    private InteractionReference Where(bool isInPlace) =>
        new(
            how switch
            {
                // What does not belong in the place of the message is said beside it, to whoever pressed.
                Acknowledgement.InPlace when !isInPlace => AnswerPlace.PrivateFollowUp,
                Acknowledgement.InPlace when interaction.Message is { } message && IsEphemeral(message) =>
                    AnswerPlace.PrivateOriginal,
                Acknowledgement.Privately => AnswerPlace.PrivateOriginal,
                _ => AnswerPlace.Original,
            },
            interaction.ApplicationId,
            interaction.Id,
            interaction.Token
        );

    private static bool IsEphemeral(PointedMessage message) =>
        ((message.Flags ?? 0) & (long)MessageFlags.Ephemeral) != 0;
}
