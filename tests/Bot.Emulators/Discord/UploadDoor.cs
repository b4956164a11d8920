using System.Globalization;

namespace Bot.Emulators.Discord;

/// <summary>Where the files are that people upload: /attachments/ID/NAME, for whoever knows the address.</summary>
internal sealed class UploadDoor(Realm realm)
{
    public const string Path = "/attachments/";

    public static bool IsFor(PathString path) => path.StartsWithSegments("/attachments", StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        if (
            context.Request.Path.Value![Path.Length..].Split('/') is not [var id, var name]
            || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || realm.FindUpload(number) is not { } file
            || file.Name != name
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }
}
