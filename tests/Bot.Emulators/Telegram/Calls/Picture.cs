namespace Bot.Emulators.Telegram.Calls;

/// <summary>Reads the photo of a request: a file, the id of one that the platform has, or an address.</summary>
internal static class Picture
{
    private const int MostBytes = 10 * 1024 * 1024;

    public static Photo Read(ApiCall call)
    {
        if (call.File("photo") is { } file)
            return Upload(call, file);
        var named = call.Text("photo") ?? throw Refused.Bad("there is no photo in the request");
        if (call.Town.FindPhoto(named) is { } known)
            return known;
        // The emulator fetches nothing: what stands behind an address counts as a picture.
        return Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? call.Town.Keep(named, ReadOnlyMemory<byte>.Empty)
            : throw Refused.Bad("wrong remote file identifier specified: Wrong string length");
    }

    private static Photo Upload(ApiCall call, UploadedFile file)
    {
        if (file.Bytes.Length == 0)
            throw Refused.Bad("file must be non-empty");
        if (file.Bytes.Length > MostBytes)
            throw Refused.Bad("file is too big");
        return IsPicture(file.Bytes.Span)
            ? call.Town.Keep(file.Name, file.Bytes)
            : throw Refused.Bad("IMAGE_PROCESS_FAILED");
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xD8, 0xFF, ..]
        || bytes is [0x89, 0x50, 0x4E, 0x47, ..]
        || bytes.StartsWith("GIF8"u8)
        || bytes.StartsWith("RIFF"u8)
        || bytes.StartsWith("BM"u8);
}
