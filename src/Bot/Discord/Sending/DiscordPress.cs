using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Conversations;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Discord.Places;
using Bot.Discord.Rendering;

namespace Bot.Discord.Sending;

/// <summary>Sends a post: into a channel, as a thread of a forum, to a person, or as the answer to an interaction.</summary>
internal sealed partial class DiscordPress(
    DiscordClient client,
    ChannelShelf channels,
    DiscordPlaces access,
    ForumPress forums,
    ThreadPress threads,
    ButtonBook buttons,
    PlaceBook places,
    Lazy<CommandCatalog> catalog,
    Phrasebook phrasebook,
    TimeProvider time,
    ILogger<DiscordPress> log
)
{
    /// <summary>
    /// Discord knows a nonce again "within a few minutes"; what is tried takes a minute more.
    /// https://docs.discord.com/developers/resources/message#create-message
    /// </summary>
    public static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(2);

    public async Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation)
    {
        var language = await places.LanguageOfAsync(DiscordAddress.PlaceOf(post.Destination), cancellation);
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        var pages = post.IsTurned
            ? DiscordRenderer.RenderTurned(post.Reply, edition, IsPrivate, post.Key)
            : DiscordRenderer.Render(post.Reply, edition, IsPrivate);
        var page = pages[Math.Clamp(post.Page, 1, pages.Count) - 1];
        await buttons.KeepAsync(page.Actions, cancellation);
        var body = DiscordBody.Of(page, UploadsOf(post));
        var outcome = InteractionReference.TryParse(post.Answers) is { } interaction
            ? await AnswerAsync(interaction, post, body, edition, cancellation)
            : await SendAsync(post, body, edition, cancellation);
        return outcome is PostOutcome.Sent sent
            ? sent with
            {
                HasMore = !post.IsTurned && post.Page < pages.Count,
            }
            : outcome;
    }

    private async Task<PostOutcome> AnswerAsync(
        InteractionReference interaction,
        Post post,
        MessageBody body,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (interaction.IsLiveAt(time.GetUtcNow()))
        {
            var answer =
                interaction.Place == AnswerPlace.PrivateFollowUp
                    ? await client.FollowUpAsync(
                        interaction.Application,
                        interaction.Token,
                        body with
                        {
                            Flags = (body.Flags ?? MessageFlags.None) | MessageFlags.Ephemeral,
                        },
                        UploadsOf(post),
                        cancellation
                    )
                    : await client.EditOriginalAsync(
                        interaction.Application,
                        interaction.Token,
                        body,
                        UploadsOf(post),
                        cancellation
                    );
            if (!DiscordRefusals.IsNotThere(answer))
                return Outcome(answer);
        }

        // What was for one person's eyes is not shown to all.
        if (interaction.IsPrivate)
            return new PostOutcome.Refused("why.nobody-waits");
        var late = await LateAsync(post, body, edition, cancellation);
        // Nobody planned anything there: that an answer cannot be posted closes no place.
        return late is PostOutcome.Forbidden or PostOutcome.Gone ? new PostOutcome.Refused("why.nobody-waits") : late;
    }

    /// <summary>The interaction is over: the answer is a message of its own, or changes the message whose button was pressed.</summary>
    private async Task<PostOutcome> LateAsync(
        Post post,
        MessageBody body,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (
            post.Reply.Files.Count == 0
            && Snowflake.TryParse(post.Edits) is { } edited
            && DiscordAddress.Read(post.Destination) is var (_, channel)
            && await client.EditMessageAsync(channel, edited, body, cancellation) is var answer
            && !DiscordRefusals.IsNotThere(answer)
        )
            return Outcome(answer);
        return await SendAsync(post, body, edition, cancellation);
    }

    private async Task<PostOutcome> SendAsync(
        Post post,
        MessageBody body,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (DiscordAddress.ReadPerson(post.Destination) is { } person)
            return await client.OpenDirectChannelAsync(person, cancellation) switch
            {
                ApiAnswer<DiscordChannel>.Ok direct => OnceOnly(
                    await CreateAsync(direct.Value.Id, post, body, cancellation)
                ),
                var refused => OnceOnly(DiscordRefusals.Of(refused)),
            };
        if (DiscordAddress.Read(post.Destination) is not var (guild, id))
            return new PostOutcome.Gone($"“{post.Destination.Address}” is no channel of Discord's");
        var found = await channels.FindAsync(id, cancellation);
        if (found is not ApiAnswer<DiscordChannel>.Ok { Value: var channel })
            return await NamedAsync(DiscordRefusals.Of(found), post.Destination, cancellation);
        // An address from outside may name any channel that the bot is in: its server's people answer for it.
        if (!DiscordAddress.Agrees(guild, channel))
            return new PostOutcome.Gone("why.channel-gone");
        // Configuration names a channel alone; its server shares settings with it.
        if (guild is null && channel.GuildId is { } server && server != id)
            return new PostOutcome.Migrated(DiscordAddress.Of(server, id));
        var outcome = DiscordPlaces.IsForum(channel.Type)
            ? await forums.PostAsync(channel, post, body, edition, cancellation)
            : await threads.TryPostAsync(channel, post, body, cancellation)
                ?? await CreateAsync(id, post, body, cancellation);
        switch (outcome)
        {
            case PostOutcome.Sent { MessageIds: [var message] }
                when post.OpensDigest && channel.Type == DiscordChannelType.GuildAnnouncement:
                await CrosspostAsync(id, message, cancellation);
                break;
            case PostOutcome.Forbidden or PostOutcome.Gone:
                channels.Forget(id);
                break;
        }

        return await NamedAsync(outcome, post.Destination, cancellation);
    }

    /// <summary>Whoever takes no messages is told nothing, and is not asked again and again.</summary>
    private static PostOutcome OnceOnly(PostOutcome outcome) =>
        outcome switch
        {
            PostOutcome.Forbidden forbidden => new PostOutcome.Refused(forbidden.Why),
            PostOutcome.Gone gone => new PostOutcome.Refused(gone.Why),
            _ => outcome,
        };

    private async Task<PostOutcome> CreateAsync(
        Snowflake channel,
        Post post,
        MessageBody body,
        CancellationToken cancellation
    ) =>
        Outcome(
            await client.CreateMessageAsync(channel, body with { Nonce = post.Key }, UploadsOf(post), cancellation)
        );

    /// <summary>Discord says that a permission is missing, and not which.</summary>
    private async Task<PostOutcome> NamedAsync(
        PostOutcome outcome,
        Destination destination,
        CancellationToken cancellation
    ) =>
        outcome is PostOutcome.Forbidden
        && await access.CheckAsync(destination, cancellation) is { } why
        && why.StartsWith("why.", StringComparison.Ordinal)
            ? new PostOutcome.Forbidden(why)
            : outcome;

    /// <summary>Once a digest, for Discord allows few; it is posted in any case.</summary>
    private async Task CrosspostAsync(Snowflake channel, string message, CancellationToken cancellation)
    {
        if (Snowflake.TryParse(message) is not { } id)
            return;
        var answer = await client.CrosspostAsync(channel, id, cancellation);
        if (
            answer
            is not (ApiAnswer<SentMessage>.Ok or ApiAnswer<SentMessage>.Refused { Code: ErrorCode.AlreadyCrossposted })
        )
            LogNotPublished(channel, answer.GetType().Name);
    }

    /// <summary>They hang on the first message of what is sent.</summary>
    internal static IReadOnlyList<ApiFile> UploadsOf(Post post) =>
        post.Page > 1 ? [] : [.. post.Reply.Files.Select(f => new ApiFile(f.Name, f.MediaType, f.Bytes))];

    internal static PostOutcome Outcome(ApiAnswer<SentMessage> answer) =>
        answer is ApiAnswer<SentMessage>.Ok ok ? new PostOutcome.Sent([$"{ok.Value.Id}"]) : DiscordRefusals.Of(answer);

    private bool IsPrivate(string command) => catalog.Value.Find(command) is { Description.IsAboutThePlace: true };

    [LoggerMessage(
        830,
        LogLevel.Warning,
        "A digest in announcement channel {Channel} is posted, but was not published to its followers ({Answer})"
    )]
    private partial void LogNotPublished(Snowflake channel, string answer);
}
