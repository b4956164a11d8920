using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Terminal;

/// <summary>The terminal as a place where people talk: commands from standard input, answers and posts to standard output.</summary>
public sealed class TerminalPlatform(Phrasebook phrasebook) : IChatPlatform
{
    /// <summary>Who sits at the machine may do everything there.</summary>
    public static readonly Asker Owner = new("terminal", "you", MayAdminister: true, CultureInfo.CurrentUICulture);

    public string Name => Destination.Terminal.Platform;

    /// <summary>Each process has a screen of its own: whoever saw the first try is not there any more.</summary>
    public bool MayRepeat => true;

    public Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation)
    {
        Console.Out.WriteLine(Render(post.Reply));
        return Task.FromResult<PostOutcome>(new PostOutcome.Sent([]));
    }

    public async IAsyncEnumerable<InboundEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await Console.In.ReadLineAsync(cancellation) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
                continue;
            yield return new InboundEvent.CommandTyped(
                line.Trim(),
                Owner,
                Destination.Terminal,
                new TerminalAnswer(this)
            );
        }
    }

    public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation) =>
        Task.FromResult<string?>(null);

    private string Render(Reply reply) =>
        TerminalRenderer.ToText(reply, TerminalDress.OfStandardOutput(), phrasebook.In(Owner.Language));

    private sealed class TerminalAnswer(TerminalPlatform terminal) : IReplyHandle
    {
        public async Task SendAsync(Reply reply, CancellationToken cancellation) =>
            await Console.Out.WriteLineAsync(terminal.Render(reply).AsMemory(), cancellation);
    }
}
