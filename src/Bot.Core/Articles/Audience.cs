namespace Bot.Core.Articles;

/// <summary>
/// Who is shown articles. A chat sees the seeds, and what the feeds that it follows have shown; of a feed that it has
/// paused, what came before. The desk, for its own work, sees everything.
/// </summary>
/// <remarks>The default is a chat that follows nothing, so that an audience that was forgotten shows too little.</remarks>
public readonly record struct Audience
{
    private readonly string? chat;

    private Audience(string? chat, bool seesAll)
    {
        this.chat = chat;
        SeesAll = seesAll;
    }

    /// <summary>The desk itself, never a reader.</summary>
    public static Audience Desk { get; } = new(null, seesAll: true);

    /// <param name="chat">The address of the whole chat: "discord:123", "telegram:-100", "terminal".</param>
    public static Audience Of(string chat) => new(chat, seesAll: false);

    public bool SeesAll { get; }

    /// <summary>Empty for nobody in particular.</summary>
    public string Chat => chat ?? "";
}
