using Bot.Emulators.Telegram;
using Bot.Tests.Snapshots;

namespace Bot.Tests.Emulators;

public sealed class TranscriptTests
{
    [Fact]
    public async Task A_chat_reads_as_prose()
    {
        await using var room = await EmulatedRoom.OpenAsync();
        var forum = room.Emulator.AddSupergroup("News lovers", room.Ann, isForum: true);
        room.Ann.Adds(room.Bot, forum);
        var topic = forum.AddTopic("Politics");
        var question = room.Ann.Says(forum, "/quotes by:zelenskyy", topic);
        await room.Line.CallAsync(
            "sendMessage",
            new
            {
                chat_id = forum.Id,
                message_thread_id = topic.Id,
                text = "Volodymyr Zelenskyy said\n“We need guarantees.”\nAnd more.\nSource",
                entities = new object[]
                {
                    new
                    {
                        type = "bold",
                        offset = 0,
                        length = 19,
                    },
                    new
                    {
                        type = "blockquote",
                        offset = 25,
                        length = 31,
                    },
                    new
                    {
                        type = "italic",
                        offset = 47,
                        length = 3,
                    },
                    new
                    {
                        type = "text_link",
                        offset = 57,
                        length = 6,
                        url = "https://example.org/1",
                    },
                },
                reply_parameters = new { message_id = question.Id },
                reply_markup = new
                {
                    inline_keyboard = new object[][]
                    {
                        [
                            new { text = "More", callback_data = "m" },
                            new { text = "Open", url = "https://example.org/" },
                        ],
                    },
                },
            }
        );
        room.Ann.Edits(question, "/quotes by:putin");
        room.Ann.SaysAnonymously(forum, "Thank you.");
        topic.Close();

        Snapshot.Match(TranscriptText.Of(forum), "emulated-chat");
    }
}
