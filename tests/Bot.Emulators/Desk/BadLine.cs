namespace Bot.Emulators.Desk;

/// <summary>What a client meets on a bad line or at a broken proxy.</summary>
internal static class BadLine
{
    /// <summary>Waits until the client gives up.</summary>
    public static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using (context.RequestAborted.Register(gone.SetResult))
            await gone.Task;
    }

    public static async Task SendPageAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(
            $"<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center></body></html>",
            context.RequestAborted
        );
    }

    public static string Reason(int status) =>
        status switch
        {
            502 => "Bad Gateway",
            503 => "Service Unavailable",
            504 => "Gateway Timeout",
            _ => "Internal Server Error",
        };
}
