namespace Bot.Core.Chat;

/// <summary>One command as it reached the desk, the same from every platform.</summary>
/// <param name="Name">Lower case, without slash: "quotes".</param>
/// <param name="Options">
/// By option name, lower case: "by" -> "putin"; also those that were typed without their name ("/who putin").
/// </param>
/// <param name="Words">What was typed besides the options that were named, trimmed.</param>
/// <param name="Place">Where the answer goes.</param>
public sealed record CommandCall(
    string Name,
    IReadOnlyDictionary<string, string> Options,
    string Words,
    Asker Asker,
    Destination Place
)
{
    /// <summary>The message that the command was given as a reply to: its text is the article, where none is named.</summary>
    public QuotedMessage? Quoted { get; init; }

    /// <summary>The file that was given with the command, or that hangs on the message that it is a reply to.</summary>
    public GivenFile? File { get; init; }

    /// <summary>True where it is said which article is meant, and no other will do.</summary>
    public bool ChoosesArticle => Quoted is not null || Option("article") is not null;

    /// <summary>Who gave it: the platform, and its id of the person: "telegram:123".</summary>
    public string By => $"{Place.Platform}:{Asker.Id}";

    public string? Option(string name) => Options.GetValueOrDefault(name);
}
