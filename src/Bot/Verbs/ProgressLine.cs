using System.Globalization;

namespace Bot.Verbs;

/// <summary>One line on standard error that tells how far long work is; silent where nobody watches.</summary>
internal sealed class ProgressLine(string what, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private readonly bool isWatched = !Console.IsErrorRedirected;
    private long last = time.GetTimestamp();

    public void Tell(int done)
    {
        if (!isWatched || time.GetElapsedTime(last) < Pace)
            return;
        last = time.GetTimestamp();
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done:N0} {what}"));
    }

    public void End(int done)
    {
        if (isWatched)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{done:N0} {what}"));
    }
}
