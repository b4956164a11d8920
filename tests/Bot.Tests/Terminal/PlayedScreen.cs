using Bot.Terminal.Prompt;

namespace Bot.Tests.Terminal;

/// <summary>A terminal at which a test types.</summary>
internal sealed class PlayedScreen(params IEnumerable<ConsoleKeyInfo> keys) : IScreen
{
    private readonly Queue<ConsoleKeyInfo> waiting = new(keys);

    public int Width { get; init; } = 80;

    public int Height { get; init; } = 10;

    public string Written { get; private set; } = "";

    public static IEnumerable<ConsoleKeyInfo> Typed(string letters) =>
        letters.Select(l => new ConsoleKeyInfo(l, ConsoleKey.None, false, false, false));

    public static ConsoleKeyInfo Key(ConsoleKey key, bool control = false) =>
        new(control ? (char)(key - ConsoleKey.A + 1) : '\0', key, false, false, control);

    public Task<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellation) =>
        Task.FromResult<ConsoleKeyInfo?>(waiting.TryDequeue(out var key) ? key : null);

    public void Write(string text) => Written += text;
}
