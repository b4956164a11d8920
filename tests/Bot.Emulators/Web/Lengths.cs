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

    /// <summary>Hangs up in the middle of what it promised.</summary>
    public static WebPlay Truncated(int declared, int sent) =>
        async scene =>
        {
            scene.Response.ContentLength = declared;
            await scene.Response.Body.WriteAsync(Filler.AsMemory(0, sent), scene.HungUp);
            await scene.Response.Body.FlushAsync(scene.HungUp);
            scene.Http.Abort();
        };

    /// <summary>Sends more than it declares.</summary>
    public static WebPlay Understated(int declared, string words) =>
        scene =>
            RawAnswer.SendAsync(
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
