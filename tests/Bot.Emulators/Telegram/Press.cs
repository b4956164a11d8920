namespace Bot.Emulators.Telegram;

/// <summary>What a bot shows somebody who pressed a button.</summary>
public sealed record PressAnswer(string? Text, bool IsAlert, string? Url);

/// <summary>A button that somebody has pressed, and what the bot answers.</summary>
public sealed class Press
{
    internal Press(string id, Person by, Message message, string data)
    {
        Id = id;
        By = by;
        Message = message;
        Data = data;
        At = by.Town.Now;
    }

    public string Id { get; }

    public Person By { get; }

    /// <summary>The message as it was when the button was pressed.</summary>
    public Message Message { get; }

    public string Data { get; }

    public DateTimeOffset At { get; }

    /// <summary>Null until the bot answers: till then the button spins.</summary>
    public PressAnswer? Answer { get; internal set; }

    public int Answers { get; internal set; }

    public Task<PressAnswer> WaitForAnswerAsync(CancellationToken cancellation) =>
        By.Town.WaitForAsync(() => Answer, () => $"The press of {By} on \"{Data}\" was not answered.", cancellation);
}
