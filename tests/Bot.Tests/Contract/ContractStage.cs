using System.Text;
using Bot.Core.Chat;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Contract;

public enum Role
{
    /// <summary>May manage the place.</summary>
    Administrator,
    Reader,
}

/// <summary>What was said back: its words without dress, and what can be pressed under it.</summary>
/// <param name="Where">The platform's own handle of it.</param>
internal sealed record Spoken(string Text, IReadOnlyList<string> Buttons, object Where);

/// <summary>
/// One place on one platform, with an administrator and a reader in it. A platform is held to the contract by deriving
/// this; the scenarios are the same for all. What happens is written down as a script without any dress.
/// </summary>
internal abstract class ContractStage : IAsyncDisposable
{
    protected static readonly DateTimeOffset Opened = new(2026, 1, 2, 7, 0, 0, TimeSpan.Zero);

    private readonly StringBuilder script = new();

    protected FakeTimeProvider Clock { get; } = new(Opened);

    public string Script => script.ToString();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Spoken> TypeAsync(string line, Role role = Role.Administrator)
    {
        var spoken = await HearAsync(line, role);
        return Note($"{role} types {line}", spoken);
    }

    public async Task<Spoken> PressAsync(Spoken on, string label, Role role = Role.Administrator)
    {
        var spoken = await FeelAsync(on, label, role);
        return Note($"{role} presses {label}", spoken);
    }

    /// <summary>The clock goes on to that time of the same day, and what is due is done.</summary>
    /// <returns>What was posted in all, without the answers to people.</returns>
    public async Task<IReadOnlyList<string>> PassUntilAsync(TimeOnly time, int posts)
    {
        Clock.SetUtcNow(Opened - Opened.TimeOfDay + time.ToTimeSpan());
        var posted = await PostsAsync(posts);
        script.Append(System.Globalization.CultureInfo.InvariantCulture, $"== {time:HH:mm}, {posted.Count} posted\n");
        foreach (var post in posted)
            script.Append(PlainWords.Of(post)).Append('\n');
        return posted;
    }

    /// <summary>The platform does not take the next post.</summary>
    public abstract void RefuseNext(string why);

    /// <summary>The platform takes no file with the next answer.</summary>
    public abstract void RefuseFiles();

    /// <summary>What a person saves who clicks on the file of an answer; null where it has none.</summary>
    public abstract (string Name, string Text)? FileOf(Spoken spoken);

    /// <summary>The address of the stage's place.</summary>
    public abstract Destination Place { get; }

    public abstract T Get<T>()
        where T : notnull;

    /// <summary>Queues a post for the place, as a digest does.</summary>
    public abstract Task QueueAsync(string words);

    /// <summary>Adds an article while all is running.</summary>
    public abstract Task FileAsync(string name, string text);

    public abstract ValueTask DisposeAsync();

    protected abstract Task<Spoken> HearAsync(string line, Role role);

    protected abstract Task<Spoken> FeelAsync(Spoken on, string label, Role role);

    /// <summary>Waits until so many were posted that answer nobody.</summary>
    protected abstract Task<IReadOnlyList<string>> PostsAsync(int count);

    private Spoken Note(string what, Spoken spoken)
    {
        script.Append("> ").Append(what).Append('\n').Append(PlainWords.Of(spoken.Text)).Append('\n');
        if (spoken.Buttons.Count > 0)
            script.Append('[').AppendJoin("] [", spoken.Buttons).Append("]\n");
        return spoken;
    }
}
