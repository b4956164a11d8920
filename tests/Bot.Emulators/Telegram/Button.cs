namespace Bot.Emulators.Telegram;

/// <summary>A button under a message: it sends something back, opens a link, or does what the emulator only keeps.</summary>
public abstract record Button(string Label)
{
    public sealed record Callback(string Label, string Data) : Button(Label);

    public sealed record Link(string Label, string Url) : Button(Label);

    public sealed record Other(string Label, string Kind) : Button(Label);
}
