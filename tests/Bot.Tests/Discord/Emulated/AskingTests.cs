using System.Text;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Emulators.Discord;
using Interaction = Bot.Emulators.Discord.Interaction;

namespace Bot.Tests.Discord.Emulated;

/// <summary>Each question of the client's, as the emulated Discord takes it.</summary>
public sealed class AskingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_arrive_with_their_message_and_their_names()
    {
        await using var room = await ClientRoom.OpenAsync();
        var files = new[]
        {
            new ApiFile("größe.csv", "text/csv", Encoding.UTF8.GetBytes("a;b")),
            new ApiFile("two.txt", "text/plain", Encoding.UTF8.GetBytes("two")),
        };

        var answer = await room.Client.CreateMessageAsync(
            ClientRoom.IdOf(room.News.Id),
            new MessageBody
            {
                Content = "@everyone here",
                Embeds = [new Embed { Title = "Title", Url = new Uri("https://example.org/1") }],
                Attachments = [new AttachmentNote(0, "größe.csv", "Sizes"), new AttachmentNote(1, "two.txt")],
                Flags = MessageFlags.SuppressNotifications,
            },
            files,
            Cancellation
        );

        var sent = Assert.Single(room.News.BotMessages);
        Assert.Equal(Ok(answer).Id, ClientRoom.IdOf(sent.Id));
        Assert.Equal(["größe.csv", "two.txt"], sent.Attachments.Select(a => a.Name));
        Assert.Equal("a;b", Encoding.UTF8.GetString(sent.Attachments[0].Bytes.Span));
        Assert.True(sent.IsSilent);
        Assert.Empty(room.Emulator.Pings);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_message_is_edited_answered_and_sent_on_once()
    {
        await using var room = await ClientRoom.OpenAsync();
        var channel = room.Guild.AddAnnouncementChannel("announcements");
        var id = ClientRoom.IdOf(channel.Id);
        var sent = Ok(await room.PostAsync("first", channel: channel));

        Ok(await room.Client.EditMessageAsync(id, sent.Id, new MessageBody { Content = "second" }, Cancellation));
        var reply = new MessageBody { Content = "more", MessageReference = new MessageReference(sent.Id) };
        Ok(await room.Client.CreateMessageAsync(id, reply, [], Cancellation));
        Ok(await room.Client.CrosspostAsync(id, sent.Id, Cancellation));
        var again = await room.Client.CrosspostAsync(id, sent.Id, Cancellation);

        Assert.Equal(["second", "more"], channel.BotMessages.Select(m => m.Content));
        Assert.Same(channel.BotMessages[0], channel.BotMessages[1].ReplyTo);
        Assert.True(channel.BotMessages[0].IsCrossposted);
        Assert.Equal(40033, Assert.IsType<ApiAnswer<SentMessage>.Refused>(again).Code);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_forum_takes_a_post_with_its_tag_and_says_where_one_is_missing()
    {
        await using var room = await ClientRoom.OpenAsync();
        var forum = room.Guild.AddForum("papers", requiresTag: true, "politics", "sports");
        var id = ClientRoom.IdOf(forum.Id);
        var known = Ok(await room.Client.GetChannelAsync(id, Cancellation));
        var post = new ForumPost("Monday", new MessageBody { Content = "News" }, AutoArchiveDuration: 1440);
        var file = new ApiFile("a.txt", "text/plain", Encoding.UTF8.GetBytes("a"));

        var bare = await room.Client.StartForumThreadAsync(id, post, [], Cancellation);
        var thread = Ok(
            await room.Client.StartForumThreadAsync(
                id,
                post with
                {
                    AppliedTags = [known.AvailableTags![1].Id],
                },
                [file],
                Cancellation
            )
        );
        Ok(await room.Client.CreateMessageAsync(thread.Id, new MessageBody { Content = "More" }, [], Cancellation));

        Assert.True(known.RequiresTag);
        Assert.Equal(DiscordChannelType.GuildForum, known.Type);
        Assert.Equal(40067, Assert.IsType<ApiAnswer<DiscordChannel>.Refused>(bare).Code);
        Assert.Equal((DiscordChannelType.PublicThread, id), (thread.Type, thread.ParentId));
        var opened = Assert.Single(forum.Threads);
        Assert.Equal(["News", "More"], opened.BotMessages.Select(m => m.Content));
        Assert.Equal("sports", Assert.Single(opened.AppliedTags).Name);
        Assert.Equal("a.txt", Assert.Single(opened.BotMessages[0].Attachments).Name);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Threads_are_opened_under_a_message_for_all_and_for_a_few()
    {
        await using var room = await ClientRoom.OpenAsync();
        var id = ClientRoom.IdOf(room.News.Id);
        var sent = Ok(await room.PostAsync("Digest"));

        var under = Ok(await room.Client.StartThreadAsync(id, sent.Id, new ThreadOpening("Under it"), Cancellation));
        var open = Ok(
            await room.Client.StartThreadAsync(
                id,
                null,
                new ThreadOpening("For all", DiscordChannelType.PublicThread, 60),
                Cancellation
            )
        );
        var closed = Ok(await room.Client.StartThreadAsync(id, null, new ThreadOpening("For a few"), Cancellation));
        var twice = await room.Client.StartThreadAsync(id, sent.Id, new ThreadOpening("Again"), Cancellation);

        Assert.Equal(sent.Id, under.Id);
        Assert.Equal(DiscordChannelType.PublicThread, open.Type);
        Assert.Equal(DiscordChannelType.PrivateThread, closed.Type);
        Assert.Equal(160004, Assert.IsType<ApiAnswer<DiscordChannel>.Refused>(twice).Code);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Commands_are_set_and_read_back_as_they_were_set()
    {
        await using var room = await ClientRoom.OpenAsync();
        var guild = ClientRoom.IdOf(room.Guild.Id);
        ApplicationCommand[] commands =
        [
            new()
            {
                Name = "quotes",
                Description = "What was said",
                DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Was gesagt wurde" },
                Contexts = [0, 1],
                IntegrationTypes = [0],
                Options =
                [
                    new()
                    {
                        Type = ApplicationCommandOptionType.Text,
                        Name = "by",
                        Description = "Whose",
                        Required = true,
                        Autocomplete = true,
                    },
                    new()
                    {
                        Type = ApplicationCommandOptionType.Integer,
                        Name = "count",
                        Description = "How many",
                        MinValue = 1,
                        Choices = [CommandChoice.Of("five", 5), CommandChoice.Of("ten", 10)],
                    },
                ],
            },
            new() { Type = ApplicationCommandType.Message, Name = "Who is this?" },
        ];

        Ok(await room.Client.OverwriteCommandsAsync(room.Application, null, commands, Cancellation));
        Ok(await room.Client.OverwriteCommandsAsync(room.Application, guild, commands[..1], Cancellation));
        var all = Ok(await room.Client.GetCommandsAsync(room.Application, null, Cancellation));
        var there = Ok(await room.Client.GetCommandsAsync(room.Application, guild, Cancellation));

        Assert.Equal(["quotes", "Who is this?"], all.Select(c => c.Name));
        Assert.Equal("Was gesagt wurde", all[0].DescriptionLocalizations!["de"]);
        Assert.Equal(10, all[0].Options![1].Choices![1].Value.GetInt32());
        Assert.Equal("quotes", Assert.Single(there).Name);
        Assert.NotEqual(all[0].Id, there[0].Id);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Servers_channels_members_and_the_bot_itself_are_read()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.News.Overwrite(room.Guild.Everyone, deny: Permissions.EmbedLinks);
        var guild = ClientRoom.IdOf(room.Guild.Id);

        var itself = Ok(await room.Client.GetApplicationAsync(Cancellation));
        var server = Ok(await room.Client.GetGuildAsync(guild, Cancellation));
        var channels = Ok(await room.Client.GetGuildChannelsAsync(guild, Cancellation));
        var member = Ok(await room.Client.GetMemberAsync(guild, room.Application, Cancellation));
        var direct = Ok(await room.Client.OpenDirectChannelAsync(ClientRoom.IdOf(room.Ann.Id), Cancellation));
        Ok(await room.Client.ShowTypingAsync(direct.Id, Cancellation));

        Assert.Equal(room.Application, itself.Id);
        Assert.Equal(("News lovers", ClientRoom.IdOf(room.Ann.Id)), (server.Name, server.OwnerId));
        Assert.Contains(server.Roles!, r => r.Id == member.Roles![0]);
        Assert.Equal("16384", Assert.Single(Assert.Single(channels).PermissionOverwrites!).Deny);
        Assert.Equal(DiscordChannelType.Direct, direct.Type);
        Assert.Equal(1, room.Ann.DirectMessagesWith(room.Bot).Typings);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task An_interaction_is_acknowledged_filled_in_followed_up_and_taken_back()
    {
        await using var room = await ClientRoom.OpenAsync();
        await room.RegisterAsync();
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        var id = ClientRoom.IdOf(asked.Id);
        var file = new ApiFile("all.txt", "text/plain", Encoding.UTF8.GetBytes("all"));

        Ok(await room.Client.AnswerInteractionAsync(id, asked.Token, AnswerLater.Privately, Cancellation));
        Ok(
            await room.Client.EditOriginalAsync(
                room.Application,
                asked.Token,
                new MessageBody { Content = "There.", Attachments = [new AttachmentNote(0, "all.txt")] },
                [file],
                Cancellation
            )
        );
        var filled = asked.Original;
        Ok(
            await room.Client.FollowUpAsync(
                room.Application,
                asked.Token,
                new MessageBody { Content = "More.", Flags = MessageFlags.Ephemeral },
                [],
                Cancellation
            )
        );
        Ok(await room.Client.DeleteOriginalAsync(room.Application, asked.Token, Cancellation));
        var twice = await room.Client.AnswerInteractionAsync(id, asked.Token, AnswerLater.Openly, Cancellation);

        Assert.Equal(("There.", true), (filled?.Content, filled?.IsEphemeral));
        Assert.Equal("all.txt", Assert.Single(filled!.Attachments).Name);
        Assert.True(filled.IsDeleted);
        Assert.Equal("More.", Assert.Single(asked.FollowUps).Content);
        Assert.Equal(40060, Assert.IsType<ApiAnswer<Done>.Refused>(twice).Code);
        Assert.Equal("the interaction was answered before", Assert.Single(room.Emulator.Refusals).Sentence);
    }

    [Fact]
    public async Task A_button_updates_its_message_a_form_opens_and_typing_is_offered_choices()
    {
        await using var room = await ClientRoom.OpenAsync();
        await room.RegisterAsync();
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        var button = new Button(ButtonStyle.Primary) { Label = "More", CustomId = "more" };
        var body = new MessageBody { Content = "One", Components = [new ActionRow([button])] };
        await AnswerAsync(room, asked, new AnswerNow(body));

        var pressed = room.Ann.Presses(asked.Original!, "More");
        await AnswerAsync(room, pressed, new UpdateNow(body with { Content = "Two" }));
        var again = room.Ann.Presses(asked.Original!, "More");
        var field = new Labelled("Which words", new TextInput("words") { MaxLength = 100, Required = true });
        await AnswerAsync(room, again, new ShowForm(new Form("search", "Search", [field])));
        var filled = room.Ann.Submits(again.Modal!, ("Which words", "bridge"));
        await AnswerAsync(room, filled, new UpdateLater());
        var typed = room.Ann.Types(room.News, "quotes", "by", "pu");
        await AnswerAsync(room, typed, new Suggest(new Suggestions([CommandChoice.Of("Putin", "putin")])));

        Assert.Equal("Two", asked.Original?.Content);
        Assert.Equal("Putin", Assert.Single(typed.Choices!).Name);
        Assert.Empty(room.Emulator.Refusals);
    }

    private static async Task AnswerAsync(ClientRoom room, Interaction asked, InteractionCallback answer) =>
        Ok(await room.Client.AnswerInteractionAsync(ClientRoom.IdOf(asked.Id), asked.Token, answer, Cancellation));

    private static T Ok<T>(ApiAnswer<T> answer) => Assert.IsType<ApiAnswer<T>.Ok>(answer).Value;
}
