namespace Bot.Emulators.Telegram.Calls;

/// <summary>Reads the file of a request. Files that the platform has, or that stand at an address, are not sent here.</summary>
internal static class FileUpload
{
    /// <summary>https://core.telegram.org/bots/api#senddocument</summary>
    private const int MostBytes = 50 * 1024 * 1024;

    public static Document Read(ApiCall call)
    {
        if (call.File("document") is not { } file)
            throw Refused.Bad("there is no document in the request");
        if (file.Bytes.Length == 0)
            throw Refused.Bad("file must be non-empty");
        if (file.Bytes.Length > MostBytes)
            throw new Refused(413, "Request Entity Too Large");
        return call.Town.KeepFile(file.Name, file.Bytes);
    }
}
