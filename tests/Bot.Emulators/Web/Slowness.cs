using System.Text;

namespace Bot.Emulators.Web;

/// <summary>Addresses that take their time, by the clock of the web.</summary>
public static class Slowness
{
    /// <summary>Takes the request and says nothing.</summary>
    public static WebPlay Silence() => scene => Task.Delay(Timeout.InfiniteTimeSpan, scene.Time, scene.HungUp);

    /// <summary>A header now and then, without end.</summary>
    public static WebPlay Headers(TimeSpan pause) =>
        async scene =>
        {
            await RawAnswers.WriteAsync(scene, "HTTP/1.1 200 OK\r\n");
            for (var i = 0; !scene.HungUp.IsCancellationRequested; i++)
            {
                await RawAnswers.WriteAsync(scene, $"X-Patience-{i}: please\r\n");
                await Task.Delay(pause, scene.Time, scene.HungUp);
            }
        };

    /// <summary>Pieces of a body with a pause after each.</summary>
    /// <param name="pieces">As many; none stands for no end.</param>
    public static WebPlay Body(int bytes, TimeSpan pause, int? pieces = null) =>
        async scene =>
        {
            var piece = Encoding.ASCII.GetBytes(new string('x', bytes));
            scene.Response.ContentType = Documents.Rss;
            for (var i = 0; i < (pieces ?? int.MaxValue); i++)
            {
                await scene.Response.Body.WriteAsync(piece, scene.HungUp);
                await scene.Response.Body.FlushAsync(scene.HungUp);
                await Task.Delay(pause, scene.Time, scene.HungUp);
            }
        };
}
