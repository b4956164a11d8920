namespace Bot.Emulators.Web;

/// <summary>Addresses that say no, or say where else to go.</summary>
public static class Refusals
{
    /// <param name="retryAfter">As written: seconds, a date, or nonsense.</param>
    public static WebPlay Of(int status, string? retryAfter = null) =>
        scene =>
        {
            scene.Response.StatusCode = status;
            if (retryAfter is not null)
                scene.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };

    /// <param name="location">As written; null for a redirect that does not say where to.</param>
    public static WebPlay Redirect(int status, string? location) =>
        scene =>
        {
            scene.Response.StatusCode = status;
            if (location is not null)
                scene.Response.Headers.Location = location;
            return Task.CompletedTask;
        };
}
