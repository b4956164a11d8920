using System.Globalization;

namespace Bot.Verbs;

/// <summary>
/// One line on standard error that tells how far work is, once it takes long enough to wonder; silent where nobody watches.
/// </summary>
internal sealed class ProgressLine(string what, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly bool isWatched = !Console.IsErrorRedirected;
    private readonly long start = time.GetTimestamp();
    private long? lastTold;
    private int done;

    public void Tell(int doneSoFar)
    {
        done = doneSoFar;
        if (
            !isWatched
            || (lastTold is { } last ? time.GetElapsedTime(last) < Pace : time.GetElapsedTime(start) < Patience)
        )
            return;
        lastTold = time.GetTimestamp();
        Write("");
    }

    public void End()
    {
        if (lastTold is not null)
            Write("\n");
    }

    private void Write(string end) =>
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done:N0} {what}{end}"));
}
