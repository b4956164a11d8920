using System.Net;
using System.Text;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Tests.Discord.Api;

public sealed class DiscordClientTests : IDisposable
{
    private readonly ScriptedDiscord discord = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => discord.Dispose();

    [Fact]
    public async Task A_post_mentions_nobody_names_the_program_and_keeps_to_its_nonce()
    {
        var answer = await discord.PostAsync("@everyone", nonce: "d1-17");

        Assert.Equal(new Snowflake(5), Assert.IsType<ApiAnswer<SentMessage>.Ok>(answer).Value.Id);
        var asked = Assert.Single(discord.Requests);
        Assert.Equal("http://discord.test/api/v10/channels/11/messages", asked.To.AbsoluteUri);
        Assert.Equal($"Bot {ScriptedDiscord.Token}", asked.Authorization);
        Assert.Matches(@"^DiscordBot \(https://.+, .+\)$", asked.UserAgent);
        Assert.Equal(
            """{"content":"@everyone","nonce":"d1-17","enforce_nonce":true,"allowed_mentions":{"parse":[]}}""",
            asked.Body
        );
    }

    [Fact]
    public async Task Files_go_in_a_form_after_the_message()
    {
        var file = new ApiFile("größe.txt", "text/plain", Encoding.UTF8.GetBytes("inside"));

        await discord.Client.CreateMessageAsync(
            ScriptedDiscord.Channel,
            new MessageBody { Attachments = [new AttachmentNote(0, file.Name)] },
            [file],
            Cancellation
        );

        var asked = Assert.Single(discord.Requests);
        var boundary = asked.Type!.Split("boundary=")[1].Trim('"');
        Assert.Equal(
            $$$"""
            --{{{boundary}}}
            Content-Type: application/json
            Content-Disposition: form-data; name=payload_json

            {"attachments":[{"id":"0","filename":"gr\u00F6\u00DFe.txt"}],"allowed_mentions":{"parse":[]}}
            --{{{boundary}}}
            Content-Type: text/plain
            Content-Disposition: form-data; name="files[0]"; filename="=?utf-8?B?Z3LDtsOfZS50eHQ=?="; filename*=utf-8''gr%C3%B6%C3%9Fe.txt

            inside
            --{{{boundary}}}--

            """,
            asked.Body,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task An_interaction_is_answered_without_the_bots_own_token()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.NoContent, ""));

        var answer = await discord.Client.AnswerInteractionAsync(
            new Snowflake(3),
            "tok/en",
            AnswerLater.Privately,
            Cancellation
        );

        Assert.IsType<ApiAnswer<Done>.Ok>(answer);
        var asked = Assert.Single(discord.Requests);
        Assert.Equal("/api/v10/interactions/3/tok%2Fen/callback", asked.To.AbsolutePath);
        Assert.Null(asked.Authorization);
        Assert.Equal("""{"type":5,"data":{"flags":64}}""", asked.Body);
    }

    [Fact]
    public async Task A_callback_carries_components_by_their_numbers()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.NoContent, ""));
        var body = new MessageBody
        {
            Embeds = [new Embed { Title = "T", Fields = [new EmbedField("a", "b")] }],
            Components = [new ActionRow([new Button(ButtonStyle.Primary) { Label = "More", CustomId = "m" }])],
        };

        await discord.Client.AnswerInteractionAsync(new Snowflake(3), "t", new AnswerNow(body), Cancellation);

        Assert.Equal(
            """{"type":4,"data":{"embeds":[{"title":"T","fields":[{"name":"a","value":"b","inline":false}]}],"components":[{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"m"}]}],"allowed_mentions":{"parse":[]}}}""",
            Assert.Single(discord.Requests).Body
        );
    }

    [Theory]
    [InlineData("""{"id":"11","type":99,"name":null,"flags":16,"new_field":{"a":[1]}}""")]
    [InlineData(
        """{"id":11,"type":99,"flags":16,"permission_overwrites":[{"id":"1","type":7,"allow":"0","deny":"0"}]}"""
    )]
    public async Task What_Discord_adds_is_tolerated(string body)
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.OK, body));

        var answer = await discord.Client.GetChannelAsync(new Snowflake(11), Cancellation);

        var channel = Assert.IsType<ApiAnswer<DiscordChannel>.Ok>(answer).Value;
        Assert.Equal((DiscordChannelType)99, channel.Type);
        Assert.True(channel.RequiresTag);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"id":"x"}""")]
    public async Task What_cannot_be_read_leaves_it_unknown(string body)
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.OK, body));

        Assert.IsType<ApiAnswer<SentMessage>.Unknown>(await discord.PostAsync());
    }

    [Fact]
    public async Task A_refusal_names_each_wrong_field()
    {
        discord.SaysInTurn(() =>
            ScriptedDiscord.Answer(
                HttpStatusCode.BadRequest,
                """{"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}"""
            )
        );

        var refused = Assert.IsType<ApiAnswer<SentMessage>.Refused>(await discord.PostAsync());

        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.Equal(
            new ApiFault("embeds.0.title", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length."),
            Assert.Single(refused.Faults)
        );
    }

    [Fact]
    public async Task Commands_come_back_with_options_of_kinds_that_nobody_knows()
    {
        discord.SaysInTurn(() =>
            ScriptedDiscord.Answer(
                HttpStatusCode.OK,
                """[{"id":"1","type":4,"name":"read","description":"d","options":[{"type":55,"name":"o","choices":[{"name":"n","value":3.5}]}],"handler":1}]"""
            )
        );

        var answer = await discord.Client.GetCommandsAsync(new Snowflake(1), null, Cancellation);

        var command = Assert.Single(Assert.IsType<ApiAnswer<IReadOnlyList<ApplicationCommand>>.Ok>(answer).Value);
        Assert.Equal((ApplicationCommandOptionType)55, Assert.Single(command.Options!).Type);
    }

    [Fact]
    public async Task A_command_is_registered_with_what_it_has_alone()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.OK, "[]"));
        var command = new ApplicationCommand
        {
            Name = "read",
            Description = "d",
            DescriptionLocalizations = new Dictionary<string, string>(StringComparer.Ordinal) { ["de"] = "D" },
            DefaultMemberPermissions = "32",
            Options =
            [
                new ApplicationCommandOption
                {
                    Type = ApplicationCommandOptionType.Text,
                    Name = "how",
                    Description = "h",
                    Choices = [CommandChoice.Of("Short", "short")],
                },
            ],
        };

        await discord.Client.OverwriteCommandsAsync(new Snowflake(1), null, [command], Cancellation);

        Assert.Equal(
            """[{"type":1,"name":"read","description":"d","description_localizations":{"de":"D"},"options":[{"type":3,"name":"how","description":"h","choices":[{"name":"Short","value":"short"}]}],"default_member_permissions":"32"}]""",
            Assert.Single(discord.Requests).Body
        );
    }
}
