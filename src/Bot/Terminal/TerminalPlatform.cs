using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Terminal.Prompt;

namespace Bot.Terminal;

/// <summary>
/// The terminal as a place where people talk: a prompt where someone sits at it, else commands line by line from
/// standard input; answers and posts go to standard output.
/// </summary>
public sealed partial class TerminalPlatform : IChatPlatform
{
    /// <summary>Who sits at the machine may do everything there.</summary>
    public static readonly Asker Owner = new("terminal", "you", Standing.Administrator, CultureInfo.CurrentUICulture);

    private readonly ILogger<TerminalPlatform> log;
    private readonly Edition edition;
    private readonly LineEditor? editor;
    private readonly Pager? pager;

    /// <param name="completion">Looked up when it is needed: the commands it completes may post to this very platform.</param>
    public TerminalPlatform(
        Phrasebook phrasebook,
        Lazy<LineCompletion> completion,
        Database store,
        ILogger<TerminalPlatform> log
    )
    {
        this.log = log;
        edition = phrasebook.In(Owner.Language);
        if (Console.IsInputRedirected || !TerminalDress.OfStandardOutput().IsTerminal)
            return;
        var screen = new ConsoleScreen();
        var history = Path.Combine(Path.GetDirectoryName(store.Path) ?? ".", "terminal-history.txt");
        pager = new Pager(screen, edition.Say("terminal.more"));
        editor = new LineEditor(
            screen,
            new LineHistory(history),
            (line, cancellation) => completion.Value.CompleteAsync(line, Destination.Terminal, edition, cancellation),
            edition.Say("terminal.prompt")
        );
    }

    /// <summary>True where the prompt was left by Ctrl-C.</summary>
    public bool WasInterrupted => editor is { WasInterrupted: true };

    public string Name => Destination.Terminal.Platform;

    public Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation)
    {
        if (editor is null)
            Console.Out.WriteLine(Dressed(post.Reply));
        else
            editor.WriteAbove($"{Dressed(post.Reply)}\n");
        return Task.FromResult<PostOutcome>(new PostOutcome.Sent([]));
    }

    public async IAsyncEnumerable<InboundEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await ReadLineAsync(cancellation) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
            {
                var answer = new TerminalAnswer(this);
                yield return new InboundEvent.CommandTyped(line.Trim(), Owner, Destination.Terminal, answer);
                // The next line is asked for under the answer to this one.
                await answer.Shown.WaitAsync(cancellation);
            }
        }
    }

    /// <summary>By its address alone; who sits here may manage every place.</summary>
    public Task<PlaceLookup> FindPlaceAsync(string written, Asker asker, CancellationToken cancellation) =>
        Task.FromResult<PlaceLookup>(
            Destination.TryParse(written) is { } place
                ? new PlaceLookup.Found(place, written)
                : new PlaceLookup.Unknown()
        );

    /// <summary>A file of this machine, by its path.</summary>
    public async Task<FileReading> ReadFileAsync(GivenFile file, int mostBytes, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file.Reference);
            return stream.Length > mostBytes
                ? new FileReading.TooLarge()
                : new FileReading.Read(await ReadAsync(stream, cancellation));
        }
        catch (Exception missing)
            when (missing is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            LogUnread(missing.Message);
            return new FileReading.Gone();
        }
    }

    public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation) =>
        Task.FromResult<string?>(null);

    private static async Task<byte[]> ReadAsync(FileStream stream, CancellationToken cancellation)
    {
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellation) =>
        editor is null ? await Console.In.ReadLineAsync(cancellation) : await editor.ReadLineAsync(cancellation);

    private string Dressed(Reply reply) => TerminalRenderer.ToText(reply, TerminalDress.OfStandardOutput(), edition);

    [LoggerMessage(900, LogLevel.Warning, "A file that was given cannot be read ({Why})")]
    private partial void LogUnread(string why);

    private sealed class TerminalAnswer(TerminalPlatform terminal) : IReplyHandle
    {
        private readonly TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Shown => shown.Task;

        public async Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1)
        {
            try
            {
                if (reply is not null)
                    await ShowAsync(terminal.Dressed(reply), cancellation);
            }
            finally
            {
                shown.TrySetResult();
            }
        }

        private Task ShowAsync(string text, CancellationToken cancellation) =>
            terminal.pager is { } pager
                ? pager.ShowAsync($"{text}\n", cancellation)
                : Console.Out.WriteLineAsync(text.AsMemory(), cancellation);
    }
}
