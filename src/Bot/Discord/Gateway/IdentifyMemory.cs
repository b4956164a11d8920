namespace Bot.Discord.Gateway;

/// <summary>Remembers beyond this process when it identified, so that the next one keeps its distance.</summary>
internal sealed record IdentifyMemory(
    Func<CancellationToken, Task<DateTimeOffset?>> LastAsync,
    Func<DateTimeOffset, CancellationToken, Task> NoteAsync
)
{
    public static readonly IdentifyMemory None = new(
        _ => Task.FromResult<DateTimeOffset?>(null),
        (_, _) => Task.CompletedTask
    );
}
