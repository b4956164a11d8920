using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Sending;

/// <summary>In a forum a post is a thread: a digest opens one, and its further parts go on in it.</summary>
internal sealed class ForumPress(DiscordClient client, DiscordAccount account)
{
    /// <summary>Of a forum's tags, the one that says it best; else the first.</summary>
    private static readonly string[] Fitting = ["digest", "news", "überblick", "nachrichten"];

    /// <summary>Discord's clock and ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public async Task<PostOutcome> PostAsync(
        DiscordChannel forum,
        Post post,
        MessageBody body,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (Snowflake.TryParse(post.Follows) is { } thread)
        {
            var part = await client.CreateMessageAsync(
                thread,
                body with
                {
                    Nonce = post.Key,
                },
                DiscordPress.UploadsOf(post),
                cancellation
            );
            return part is ApiAnswer<SentMessage>.Ok sent
                ? new PostOutcome.Sent([$"{sent.Value.Id}"])
                : OfThread(DiscordRefusals.Of(part));
        }

        if (forum is { RequiresTag: true, AvailableTags: null or { Count: 0 } })
            return new PostOutcome.Forbidden("why.no-tags");
        var title = ThreadTitle.Of(post.Reply, edition.Say("digest.name"));
        // A thread has no nonce: whether it was opened, the forum itself tells.
        if (post.Tried is { } tried && await FindAsync(forum, title, tried, cancellation) is { } there)
            return there;
        var opened = await client.StartForumThreadAsync(
            forum.Id,
            new ForumPost(title, body, forum.RequiresTag ? [TagOf(forum)] : null),
            DiscordPress.UploadsOf(post),
            cancellation
        );
        return opened is ApiAnswer<DiscordChannel>.Ok ok
            ? new PostOutcome.Sent([$"{ok.Value.Id}"])
            : DiscordRefusals.Of(opened);
    }

    /// <summary>One thread that is deleted or locked closes no forum: its digest is not told to the end.</summary>
    private static PostOutcome OfThread(PostOutcome outcome) =>
        outcome switch
        {
            PostOutcome.Gone gone => new PostOutcome.Refused(gone.Why),
            PostOutcome.Forbidden { Why: "why.thread-locked" } locked => new PostOutcome.Refused(locked.Why),
            _ => outcome,
        };

    /// <returns>Null where no such thread is open; a refusal where Discord does not say.</returns>
    private async Task<PostOutcome?> FindAsync(
        DiscordChannel forum,
        string title,
        DateTimeOffset tried,
        CancellationToken cancellation
    )
    {
        await account.KnowAsync(cancellation);
        if (forum.GuildId is not { } guild || account.Member is not { } me)
            return new PostOutcome.Unknown("why.discord-silent");
        var answer = await client.GetActiveThreadsAsync(guild, cancellation);
        if (answer is not ApiAnswer<ActiveThreads>.Ok active)
            return DiscordRefusals.Of(answer) is PostOutcome.Retry retry
                // Nothing was sent now, but the doubt about the first try stays.
                ? new PostOutcome.Unknown(retry.Why)
                : DiscordRefusals.Of(answer);
        var thread = active.Value.Threads.FirstOrDefault(t =>
            t.ParentId == forum.Id && t.OwnerId == me && t.Name == title && t.Id.CreatedAt >= tried - ClockSkew
        );
        return thread is null ? null : new PostOutcome.Sent([$"{thread.Id}"]);
    }

    /// <summary>Moderators' own tags only as a last resort: whoever may use one, sees.</summary>
    private static Snowflake TagOf(DiscordChannel forum)
    {
        var tags = forum.AvailableTags!; // Looked at above.
        return (
            tags.FirstOrDefault(t => Fitting.Any(f => (t.Name ?? "").Contains(f, StringComparison.OrdinalIgnoreCase)))
            ?? tags.FirstOrDefault(t => t.Moderated != true)
            ?? tags[0]
        ).Id;
    }
}
