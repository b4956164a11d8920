namespace Bot.Emulators.Desk;

/// <summary>What is wrong in a request by the official description or by the platform's limits.</summary>
/// <param name="Path">Where in the request, as "reply_markup.inline_keyboard[0][1].text".</param>
public sealed record Refusal(string Method, string Path, string Sentence)
{
    public override string ToString() => $"{Method}: {Path}: {Sentence}";
}
