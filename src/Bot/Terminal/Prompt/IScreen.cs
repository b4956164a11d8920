namespace Bot.Terminal.Prompt;

/// <summary>A terminal with someone at it: the edge that a test plays.</summary>
internal interface IScreen
{
    /// <summary>In cells.</summary>
    int Width { get; }

    /// <summary>In lines.</summary>
    int Height { get; }

    /// <returns>The next key; null where the terminal is gone.</returns>
    Task<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellation);

    void Write(string text);
}
