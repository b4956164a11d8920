using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Conversations;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Telegram.Api;
using Bot.Telegram.Rendering;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram.Sending;

/// <summary>Sends a post's message, or puts it in the place of one that is there.</summary>
internal sealed class TelegramPress(
    TelegramAccount account,
    ChannelLinks links,
    ButtonBook buttons,
    PlaceBook places,
    Phrasebook phrasebook
)
{
    public async Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation)
    {
        if (TelegramAddress.Read(post.Destination) is not var (chat, topic))
            return new PostOutcome.Gone($"“{post.Destination.Address}” is no chat of Telegram's");
        var language = await places.LanguageOfAsync(post.Destination, cancellation);
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        var pages = post.IsTurned
            ? TelegramRenderer.RenderTurned(post.Reply, edition, post.Key)
            : TelegramRenderer.Render(post.Reply, edition);
        var page = pages[Math.Clamp(post.Page, 1, pages.Count) - 1];
        await buttons.KeepAsync(page.Keyboard.SelectMany(r => r).Select(b => b.Action), cancellation);
        try
        {
            var message = await links.LeadAsync(page, post.Destination, cancellation);
            var id =
                post.Edits is { } edited
                && await EditAsync(message, chat, int.Parse(edited, CultureInfo.InvariantCulture), cancellation)
                    ? edited
                    : await SendAsync(message, chat, topic, post.Answers, cancellation);
            return new PostOutcome.Sent([id], HasMore: !post.IsTurned && post.Page < pages.Count);
        }
        catch (RequestException failed) when (!cancellation.IsCancellationRequested)
        {
            return Refusals.Of(failed);
        }
    }

    /// <returns>False where the message is no more.</returns>
    private async Task<bool> EditAsync(TelegramMessage message, long chat, int id, CancellationToken cancellation)
    {
        try
        {
            await account.Line.SendRequest(SendBody.Edit(message, chat, id), cancellation);
            return true;
        }
        catch (RequestException refused) when (Refusals.IsUnchanged(refused))
        {
            return true;
        }
        catch (RequestException refused) when (Refusals.IsNotThere(refused))
        {
            return false;
        }
    }

    private async Task<string> SendAsync(
        TelegramMessage message,
        long chat,
        int? topic,
        string? answers,
        CancellationToken cancellation
    )
    {
        var request = SendBody.Of(message, chat);
        request.MessageThreadId = topic;
        if (answers is not null)
            request.ReplyParameters = new ReplyParameters
            {
                MessageId = int.Parse(answers, CultureInfo.InvariantCulture),
                AllowSendingWithoutReply = true,
            };
        var sent = await SendAsync(request, cancellation);
        return sent.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Better plain than not at all, should Telegram not take the marks.</summary>
    private async Task<Message> SendAsync(SendMessageRequest request, CancellationToken cancellation)
    {
        try
        {
            return await account.Line.SendRequest(request, cancellation);
        }
        catch (RequestException refused) when (request.Entities is not null && Refusals.IsAboutMarks(refused))
        {
            request.Entities = null;
            return await account.Line.SendRequest(request, cancellation);
        }
    }
}
