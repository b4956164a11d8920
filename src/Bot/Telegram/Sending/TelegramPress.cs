using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Conversations;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Telegram.Api;
using Bot.Telegram.Rendering;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;
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
    /// <summary>https://core.telegram.org/bots/api#senddocument</summary>
    private const int LongestCaption = 1024;

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
            // A message of words cannot become one of a file, and a message has one file.
            var file = post.Page == 1 ? post.Reply.Files.SingleOrDefault() : null;
            if (file is not null && message.Text.Length > LongestCaption)
                return new PostOutcome.TooLong("why.too-many-letters");
            var id =
                file is null
                && post.Edits is { } edited
                && await EditAsync(message, chat, int.Parse(edited, CultureInfo.InvariantCulture), cancellation)
                    ? edited
                    : await SendAsync(message, file, chat, topic, Answered(post), cancellation);
            return new PostOutcome.Sent([id], HasMore: !post.IsTurned && post.Page < pages.Count);
        }
        catch (RequestException failed) when (!cancellation.IsCancellationRequested)
        {
            return Refusals.Of(failed);
        }
    }

    /// <summary>Here a thread is made of answers to what began it.</summary>
    private static string? Answered(Post post) => post.Answers ?? (post.Thread is null ? null : post.Follows);

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
        FileBlock? file,
        long chat,
        int? topic,
        string? answers,
        CancellationToken cancellation
    )
    {
        var reply = answers is null
            ? null
            : new ReplyParameters
            {
                MessageId = int.Parse(answers, CultureInfo.InvariantCulture),
                AllowSendingWithoutReply = true,
            };
        var sent = await MarkedAsync(
            message,
            words => file is null ? Words(words) : Document(words, file),
            cancellation
        );
        return sent.Id.ToString(CultureInfo.InvariantCulture);

        IRequest<Message> Words(TelegramMessage words)
        {
            var request = SendBody.Of(words, chat);
            (request.MessageThreadId, request.ReplyParameters) = (topic, reply);
            return request;
        }

        IRequest<Message> Document(TelegramMessage words, FileBlock sentFile)
        {
            var request = SendBody.Of(words, sentFile, chat);
            (request.MessageThreadId, request.ReplyParameters) = (topic, reply);
            return request;
        }
    }

    /// <summary>Better plain than not at all, should Telegram not take the marks.</summary>
    private async Task<Message> MarkedAsync(
        TelegramMessage message,
        Func<TelegramMessage, IRequest<Message>> request,
        CancellationToken cancellation
    )
    {
        try
        {
            return await account.Line.SendRequest(request(message), cancellation);
        }
        catch (RequestException refused) when (message.Entities.Count > 0 && Refusals.IsAboutMarks(refused))
        {
            return await account.Line.SendRequest(request(message with { Entities = [] }), cancellation);
        }
    }
}
