using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Api;

/// <summary>
/// Discord over HTTP, one method a question. Waits for limits by itself, up to a few seconds; nothing it sends mentions
/// anybody. https://docs.discord.com/developers/reference
/// </summary>
internal sealed class DiscordClient(ApiLine line)
{
    private const string Original = "/messages/@original";

    public Task<ApiAnswer<GatewayPlan>> GetGatewayAsync(CancellationToken cancellation) =>
        AskAsync(
            new ApiRoute(HttpMethod.Get, "gateway/bot", "gateway/bot"),
            DiscordJson.Default.GatewayPlan,
            cancellation
        );

    public Task<ApiAnswer<DiscordApplication>> GetApplicationAsync(CancellationToken cancellation) =>
        AskAsync(
            new ApiRoute(HttpMethod.Get, "applications/@me", "applications/@me"),
            DiscordJson.Default.DiscordApplication,
            cancellation
        );

    /// <param name="guild">Null for commands that stand everywhere.</param>
    public Task<ApiAnswer<IReadOnlyList<ApplicationCommand>>> GetCommandsAsync(
        Snowflake application,
        Snowflake? guild,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRoutes.Commands(HttpMethod.Get, application, guild, "?with_localizations=true"),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            cancellation
        );

    /// <summary>Commands that are not among them are gone afterwards.</summary>
    public Task<ApiAnswer<IReadOnlyList<ApplicationCommand>>> OverwriteCommandsAsync(
        Snowflake application,
        Snowflake? guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRequest.Of(
                ApiRoutes.Commands(HttpMethod.Put, application, guild),
                commands,
                DiscordJson.Default.IReadOnlyListApplicationCommand
            ),
            DiscordJson.Default.IReadOnlyListApplicationCommand,
            cancellation
        );

    /// <summary>With a nonce it is asked again where no answer came; Discord knows it again for a few minutes.</summary>
    public Task<ApiAnswer<SentMessage>> CreateMessageAsync(
        Snowflake channel,
        MessageBody body,
        IReadOnlyList<ApiFile> files,
        CancellationToken cancellation
    )
    {
        var request = Body(ApiRoutes.Channel(HttpMethod.Post, channel, "/messages"), body, files);
        return AskAsync(
            request with
            {
                IsRepeatable = body.Nonce is not null,
            },
            DiscordJson.Default.SentMessage,
            cancellation
        );
    }

    public Task<ApiAnswer<SentMessage>> EditMessageAsync(
        Snowflake channel,
        Snowflake message,
        MessageBody body,
        CancellationToken cancellation
    ) =>
        AskAsync(
            Body(ApiRoutes.Message(HttpMethod.Patch, channel, message), body, []),
            DiscordJson.Default.SentMessage,
            cancellation
        );

    /// <summary>A new post in a forum; the answer is its thread.</summary>
    public Task<ApiAnswer<DiscordChannel>> StartForumThreadAsync(
        Snowflake forum,
        ForumPost post,
        IReadOnlyList<ApiFile> files,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRequest.Of(
                ApiRoutes.Channel(HttpMethod.Post, forum, "/threads"),
                post,
                DiscordJson.Default.ForumPost,
                files
            ),
            DiscordJson.Default.DiscordChannel,
            cancellation
        );

    /// <param name="message">The message that it hangs under; null for a thread of its own.</param>
    public Task<ApiAnswer<DiscordChannel>> StartThreadAsync(
        Snowflake channel,
        Snowflake? message,
        ThreadOpening start,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRequest.Of(
                message is { } under
                    ? ApiRoutes.Message(HttpMethod.Post, channel, under, "/threads")
                    : ApiRoutes.Channel(HttpMethod.Post, channel, "/threads"),
                start,
                DiscordJson.Default.ThreadOpening
            ),
            DiscordJson.Default.DiscordChannel,
            cancellation
        );

    /// <summary>Shows a message of an announcement channel wherever that is followed.</summary>
    public Task<ApiAnswer<SentMessage>> CrosspostAsync(
        Snowflake channel,
        Snowflake message,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRoutes.Message(HttpMethod.Post, channel, message, "/crosspost"),
            DiscordJson.Default.SentMessage,
            cancellation
        );

    public Task<ApiAnswer<Done>> ShowTypingAsync(Snowflake channel, CancellationToken cancellation) =>
        AskAsync(ApiRequest.Of(ApiRoutes.Channel(HttpMethod.Post, channel, "/typing")), cancellation);

    public Task<ApiAnswer<DiscordChannel>> GetChannelAsync(Snowflake channel, CancellationToken cancellation) =>
        AskAsync(ApiRoutes.Channel(HttpMethod.Get, channel), DiscordJson.Default.DiscordChannel, cancellation);

    public Task<ApiAnswer<DiscordChannel>> OpenDirectChannelAsync(Snowflake user, CancellationToken cancellation)
    {
        var request = ApiRequest.Of(
            new ApiRoute(HttpMethod.Post, "users/@me/channels", "users/@me/channels"),
            new DirectChannelStart(user),
            DiscordJson.Default.DirectChannelStart
        );
        return AskAsync(request with { IsRepeatable = true }, DiscordJson.Default.DiscordChannel, cancellation);
    }

    public Task<ApiAnswer<DiscordGuild>> GetGuildAsync(Snowflake guild, CancellationToken cancellation) =>
        AskAsync(ApiRoutes.Guild(HttpMethod.Get, guild), DiscordJson.Default.DiscordGuild, cancellation);

    public Task<ApiAnswer<IReadOnlyList<DiscordChannel>>> GetGuildChannelsAsync(
        Snowflake guild,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRoutes.Guild(HttpMethod.Get, guild, "/channels"),
            DiscordJson.Default.IReadOnlyListDiscordChannel,
            cancellation
        );

    public Task<ApiAnswer<ActiveThreads>> GetActiveThreadsAsync(Snowflake guild, CancellationToken cancellation) =>
        AskAsync(
            ApiRoutes.Guild(HttpMethod.Get, guild, "/threads/active"),
            DiscordJson.Default.ActiveThreads,
            cancellation
        );

    public Task<ApiAnswer<DiscordMember>> GetMemberAsync(
        Snowflake guild,
        Snowflake user,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRoutes.Guild(HttpMethod.Get, guild, $"/members/{user}", "/members/*"),
            DiscordJson.Default.DiscordMember,
            cancellation
        );

    /// <summary>To be asked within three seconds of what it answers.</summary>
    public Task<ApiAnswer<Done>> AnswerInteractionAsync(
        Snowflake interaction,
        string token,
        InteractionCallback callback,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRequest.Of(ApiRoutes.Callback(interaction, token), callback, DiscordJson.Default.InteractionCallback),
            cancellation
        );

    public Task<ApiAnswer<SentMessage>> EditOriginalAsync(
        Snowflake application,
        string token,
        MessageBody body,
        IReadOnlyList<ApiFile> files,
        CancellationToken cancellation
    ) =>
        AskAsync(
            Body(ApiRoutes.Answer(HttpMethod.Patch, application, token, Original, Original), body, files),
            DiscordJson.Default.SentMessage,
            cancellation
        );

    public Task<ApiAnswer<Done>> DeleteOriginalAsync(
        Snowflake application,
        string token,
        CancellationToken cancellation
    ) =>
        AskAsync(
            ApiRequest.Of(ApiRoutes.Answer(HttpMethod.Delete, application, token, Original, Original)),
            cancellation
        );

    public Task<ApiAnswer<SentMessage>> FollowUpAsync(
        Snowflake application,
        string token,
        MessageBody body,
        IReadOnlyList<ApiFile> files,
        CancellationToken cancellation
    ) =>
        AskAsync(
            Body(ApiRoutes.Answer(HttpMethod.Post, application, token, "", ""), body, files),
            DiscordJson.Default.SentMessage,
            cancellation
        );

    private static ApiRequest Body(ApiRoute route, MessageBody body, IReadOnlyList<ApiFile> files) =>
        ApiRequest.Of(route, body, DiscordJson.Default.MessageBody, files);

    private Task<ApiAnswer<T>> AskAsync<T>(ApiRoute route, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class => AskAsync(ApiRequest.Of(route), type, cancellation);

    private async Task<ApiAnswer<T>> AskAsync<T>(
        ApiRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellation
    )
        where T : class
    {
        var answer = await line.AskAsync(request, cancellation);
        if (answer is not ApiAnswer<byte[]>.Ok ok)
            return answer.Select<T>(_ => throw new InvalidOperationException("An answer that is none was read"));
        try
        {
            if (JsonSerializer.Deserialize(ok.Value, type) is { } value)
                return new ApiAnswer<T>.Ok(value);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Unreadable<T>(request, malformed.Message);
        }

        return Unreadable<T>(request, "it is null");
    }

    private async Task<ApiAnswer<Done>> AskAsync(ApiRequest request, CancellationToken cancellation) =>
        (await line.AskAsync(request, cancellation)).Select(_ => default(Done));

    private static ApiAnswer<T> Unreadable<T>(ApiRequest request, string why) =>
        new ApiAnswer<T>.Unknown($"Discord's answer to {request.Route.Limit.Route} cannot be read ({why})");
}
