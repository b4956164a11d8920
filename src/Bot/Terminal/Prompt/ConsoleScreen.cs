namespace Bot.Terminal.Prompt;

/// <summary>The terminal that this process was started in.</summary>
internal sealed class ConsoleScreen : IScreen
{
    public int Width => Console.WindowWidth > 0 ? Console.WindowWidth : 80;

    public int Height => Console.WindowHeight > 0 ? Console.WindowHeight : 24;

    /// <summary>
    /// The console has no reading that can be called off: a thread of its own waits in it, so that the terminal stays
    /// without echo, and is left behind when the program stops. Ctrl-C is a key while a key is waited for.
    /// </summary>
    public async Task<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellation)
    {
        Console.TreatControlCAsInput = true;
        try
        {
            var key = new TaskCompletionSource<ConsoleKeyInfo?>(TaskCreationOptions.RunContinuationsAsynchronously);
            new Thread(() => Wait(key)) { IsBackground = true, Name = "keyboard" }.Start();
            return await key.Task.WaitAsync(cancellation);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    public void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }

    private static void Wait(TaskCompletionSource<ConsoleKeyInfo?> key)
    {
        try
        {
            key.SetResult(Console.ReadKey(intercept: true));
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException)
        {
            key.SetResult(null);
        }
    }
}
