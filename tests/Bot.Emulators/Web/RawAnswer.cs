using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Emulators.Web;

/// <summary>Bytes that no server would write of its own will, past the server.</summary>
internal static class RawAnswer
{
    /// <summary>The whole answer; then it hangs up.</summary>
    public static async Task SendAsync(WebScene scene, string answer)
    {
        await WriteAsync(scene, answer);
        await Transport(scene).Output.CompleteAsync();
    }

    public static async Task WriteAsync(WebScene scene, string part) =>
        await Transport(scene).Output.WriteAsync(Encoding.Latin1.GetBytes(part), scene.HungUp);

    private static System.IO.Pipelines.IDuplexPipe Transport(WebScene scene) =>
        scene.Http.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport;
}
