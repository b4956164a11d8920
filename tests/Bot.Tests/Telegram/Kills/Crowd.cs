using System.Globalization;
using Bot.Emulators.Telegram;

namespace Bot.Tests.Telegram.Kills;

/// <summary>People in private chats, each of whose questions has a word of its own, which its answer repeats.</summary>
internal sealed class Crowd
{
    private readonly Random random;
    private readonly List<Chat> chats;
    private readonly List<Question> questions = [];

    public Crowd(TelegramEmulator telegram, int people, Random random)
    {
        this.random = random;
        Bot = telegram.AddBot();
        chats =
        [
            .. Enumerable.Range(1, people).Select(i => telegram.AddPerson($"Reader {i}", "en").PrivateChatWith(Bot)),
        ];
    }

    public BotAccount Bot { get; }

    public IReadOnlyList<Chat> Chats => chats;

    /// <summary>In the order in which they were asked.</summary>
    public IReadOnlyList<Question> Questions => questions;

    public Question Ask() => Ask(chats[random.Next(chats.Count)]);

    public async Task AskAndWaitAsync(CancellationToken cancellation)
    {
        var asked = Ask();
        await asked.Chat.WaitForAnswerAsync(asked.Message, cancellation);
    }

    public async Task AskEverywhereAsync(CancellationToken cancellation)
    {
        foreach (var asked in chats.Select(Ask).ToList())
            await asked.Chat.WaitForAsync(m => asked.IsAnsweredBy(m), cancellation);
    }

    private Question Ask(Chat chat)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"w{questions.Count + 1:00000}w");
        // A private chat has a person.
        var asked = new Question(word, chat, chat.With!.Says(chat, $"/search {word}"));
        questions.Add(asked);
        return asked;
    }
}

internal sealed record Question(string Word, Chat Chat, Message Message)
{
    public bool IsAnsweredBy(Message message) =>
        message.IsFromBot && message.Text.Contains(Word, StringComparison.Ordinal);
}
