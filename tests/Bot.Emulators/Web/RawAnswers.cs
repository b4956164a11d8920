using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Emulators.Web;

/// <summary>Bytes that no server would write of its own will, past the server.</summary>
public static class RawAnswers
{
    /// <summary>The whole answer; then it hangs up.</summary>
    public static async Task SendAsync(WebScene scene, string answer)
    {
        await WriteAsync(scene, answer);
        await Transport(scene).Output.CompleteAsync();
    }

    /// <summary>A place in UTF-8, as browsers take it, where a server of this framework writes ASCII alone.</summary>
    public static Task RedirectAsync(WebScene scene, string location) =>
        SendAsync(scene, $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");

    public static async Task WriteAsync(WebScene scene, string part) =>
        await Transport(scene).Output.WriteAsync(Encoding.UTF8.GetBytes(part), scene.HungUp);

    private static System.IO.Pipelines.IDuplexPipe Transport(WebScene scene) =>
        scene.Http.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport;
}
