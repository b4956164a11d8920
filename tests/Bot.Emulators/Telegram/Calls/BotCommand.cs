namespace Bot.Emulators.Telegram.Calls;

public sealed record BotCommand(string Command, string Description);

/// <summary>Lists of commands by scope and language; one is never looked for in another.</summary>
internal sealed class CommandBook
{
    private readonly Dictionary<(string Scope, string Language), IReadOnlyList<BotCommand>> _lists = [];

    public IReadOnlyList<BotCommand> Of(string scope, string language) =>
        _lists.GetValueOrDefault((scope, language)) ?? [];

    public void Set(string scope, string language, IReadOnlyList<BotCommand> commands) =>
        _lists[(scope, language)] = commands;

    public void Delete(string scope, string language) => _lists.Remove((scope, language));
}
