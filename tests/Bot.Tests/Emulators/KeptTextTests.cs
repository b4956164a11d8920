using Bot.Emulators.Telegram.Texts;

namespace Bot.Tests.Emulators;

/// <summary>What the platform makes of a text that a bot sends.</summary>
public sealed class KeptTextTests
{
    [Fact]
    public async Task White_space_around_a_text_goes_and_its_entities_move_along()
    {
        await using var room = await EmulatedRoom.OpenAsync();

        var message = await room.SendAsync("\n\n  One two \n ", Entity("bold", 2, 5), Entity("italic", 8, 6));

        Assert.Equal("One two", message.Text);
        Assert.Equal(
            [new TextEntity(EntityKind.Bold, 0, 3), new TextEntity(EntityKind.Italic, 4, 3)],
            message.Entities
        );
    }

    [Fact]
    public async Task Control_characters_become_spaces_and_overrides_of_direction_go()
    {
        await using var room = await EmulatedRoom.OpenAsync();

        var message = await room.SendAsync("a\tb\r\nc\u202Ed", Entity("bold", 5, 3));

        Assert.Equal("a b\ncd", message.Text);
        Assert.Equal(new TextEntity(EntityKind.Bold, 4, 2), Assert.Single(message.Entities));
    }

    [Fact]
    public async Task What_clients_make_links_of_is_found_in_plain_text()
    {
        await using var room = await EmulatedRoom.OpenAsync();

        var message = await room.SendAsync(
            "@reuters said #breaking $TSLA on https://example.org/a?b=1, example.com and said.He; mail a.b@example.org "
                + "or /who@byline_bot, and/or not@mention 5#6 #123"
        );

        Assert.Equal(["@reuters"], message.FoundMentions);
        Assert.Equal(["#breaking"], message.FoundHashtags);
        Assert.Equal(["$TSLA"], message.FoundCashtags);
        Assert.Equal(["https://example.org/a?b=1", "example.com"], message.FoundUrls);
        Assert.Equal(["a.b@example.org"], message.FoundEmails);
        Assert.Equal(["/who@byline_bot"], message.FoundCommands);
    }

    [Fact]
    public async Task A_word_joiner_keeps_mentions_and_tags_from_being_found()
    {
        await using var room = await EmulatedRoom.OpenAsync();

        var message = await room.SendAsync("@\u2060reuters said #\u2060breaking");

        Assert.Empty(message.FoundMentions);
        Assert.Empty(message.FoundHashtags);
    }

    [Fact]
    public async Task Nothing_is_found_in_code_and_links()
    {
        await using var room = await EmulatedRoom.OpenAsync();

        var message = await room.SendAsync(
            "@reuters #breaking",
            Entity("code", 0, 8),
            new
            {
                type = "text_link",
                offset = 9,
                length = 9,
                url = "https://example.org/",
            }
        );

        Assert.Empty(message.FoundMentions);
        Assert.Empty(message.FoundHashtags);
    }

    [Theory]
    [InlineData("bold", 0, 2, "bold", 1, 2, "overlap in part")]
    [InlineData("blockquote", 0, 4, "blockquote", 1, 2, "are a quotation in a quotation")]
    [InlineData("bold", 0, 4, "code", 1, 2, "are code with something else around or in it")]
    [InlineData("bold", 0, 4, "italic", 4, 2, "cuts through a character of two units")]
    [InlineData("bold", 0, 4, "italic", 6, 9, "lies outside the text of 8 units")]
    [InlineData("bold", 0, 4, "mention", 6, 1, "is of a kind that the server finds by itself and takes from nobody")]
    public async Task Entities_that_the_server_would_mend_in_silence_are_written_down(
        string kind,
        int offset,
        int length,
        string otherKind,
        int otherOffset,
        int otherLength,
        string why
    )
    {
        await using var room = await EmulatedRoom.OpenAsync();

        await room.SendAsync(
            "abc\U0001F600def",
            Entity(kind, offset, length),
            Entity(otherKind, otherOffset, otherLength)
        );

        Assert.Contains(room.Emulator.Refusals, r => r.Sentence.EndsWith(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entities_that_may_be_nested_are_let_pass()
    {
        await using var room = await EmulatedRoom.OpenAsync();

        await room.SendAsync("abc def", Entity("blockquote", 0, 7), Entity("bold", 0, 3), Entity("code", 4, 3));

        Assert.Empty(room.Emulator.Refusals);
    }

    private static object Entity(string type, int offset, int length) =>
        new
        {
            type,
            offset,
            length,
        };
}
