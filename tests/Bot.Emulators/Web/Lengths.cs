using System.Text;

namespace Bot.Emulators.Web;

/// <summary>Addresses whose bodies are longer or shorter than anybody would wish, or than they say themselves.</summary>
public static class Lengths
{
    private static readonly byte[] Filler = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Repeat("<item><title>More of the same</title></item>\n", 1000))
    );

    /// <summary>Never ends, never pauses.</summary>
    public static WebPlay Endless() => scene => FillAsync(scene, long.MaxValue);

    /// <param name="isDeclared">Whether Content-Length says so.</param>
    public static WebPlay Of(long bytes, bool isDeclared) =>
        scene =>
        {
            if (isDeclared)
                scene.Response.ContentLength = bytes;
            return FillAsync(scene, bytes);
        };

    /// <summary>Hangs up in the middle of what it declares.</summary>
    public static WebPlay Truncated(int declared, int sent) =>
        Declaring(declared, Encoding.ASCII.GetString(Filler, 0, sent));

    /// <summary>Sends these words, be they longer or shorter than it declares, and hangs up.</summary>
    public static WebPlay Declaring(int declared, string words) =>
        scene =>
            RawAnswers.SendAsync(
                scene,
                $"HTTP/1.1 200 OK\r\nContent-Type: {Documents.Rss}\r\nContent-Length: {declared}\r\n\r\n{words}"
            );

    private static async Task FillAsync(WebScene scene, long bytes)
    {
        scene.Response.ContentType = Documents.Rss;
        for (var left = bytes; left > 0 && !scene.HungUp.IsCancellationRequested; left -= Filler.Length)
            await scene.Response.Body.WriteAsync(Filler.AsMemory(0, (int)Math.Min(left, Filler.Length)), scene.HungUp);
    }
}
