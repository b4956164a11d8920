using Bot.Emulators.Discord;

namespace Bot.Tests.Emulators.Discord;

public sealed class TranscriptTests
{
    [Fact]
    public async Task A_channel_reads_as_its_people_see_it()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();
        room.Ann.Says(room.News, "Any news?");
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        await room.AnswerAsync(asked, 5);
        var whispered = room.Ann.UsesCommand(room.News, "quotes");
        await room.AnswerAsync(whispered, 4, new { content = "For you.", flags = 64 });
        await room.PostAsync(
            new
            {
                embeds = new[]
                {
                    new
                    {
                        title = "Talks",
                        url = "https://example.org/a",
                        description = "“No,”\nhe said.",
                        fields = new[] { new { name = "Who", value = "Putin" } },
                        footer = new { text = "Reuters" },
                    },
                },
                components = new[]
                {
                    new
                    {
                        type = 1,
                        components = new object[]
                        {
                            new
                            {
                                type = 2,
                                style = 1,
                                label = "More",
                                custom_id = "more",
                            },
                            new
                            {
                                type = 2,
                                style = 5,
                                label = "Read",
                                url = "https://example.org/a",
                            },
                        },
                    },
                },
            }
        );

        Assert.Equal(
            """
            Ann:
            Any news?

            Byline, to Ann's /quotes:
            is thinking…

            Byline, to Ann's /quotes (only Ann sees this):
            For you.

            Byline:
            | [Talks](https://example.org/a)
            | “No,”
            | he said.
            | Who: Putin
            | Reuters
            [More] [Read](https://example.org/a)

            """,
            TranscriptText.Of(room.News)
        );
        Assert.Equal("More", room.News.BotMessages[^1].Buttons[0][0]);
    }

    [Fact]
    public async Task Mentions_ring_by_default_and_by_name_and_not_when_none_are_allowed()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var editor = room.Guild.AddRole("Editor", isMentionable: true);
        var content = $"<@{room.Ann.Id}> <@&{editor.Id}> @everyone";

        await room.PostAsync(new { content, allowed_mentions = new { parse = Array.Empty<string>() } });
        Assert.Empty(room.Emulator.Pings);
        await room.PostAsync(new { content, allowed_mentions = new { roles = new[] { $"{editor.Id}" } } });
        Assert.Equal([new Ping("@Editor")], room.Emulator.Pings);
        await room.PostAsync(new { content });
        Assert.Equal(4, room.Emulator.Pings.Count);
    }
}
