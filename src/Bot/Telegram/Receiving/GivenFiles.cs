using Bot.Core.Chat;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>Files that people give with a command. https://core.telegram.org/bots/api#getfile</summary>
internal sealed partial class GivenFiles(TelegramAccount account, ILogger<GivenFiles> log)
{
    /// <returns>Null where none hangs on the message.</returns>
    public static GivenFile? On(Message? message) =>
        message?.Document is { } file ? new GivenFile(file.FileName ?? "", file.FileSize, file.FileId) : null;

    public async Task<FileReading> ReadAsync(GivenFile file, int mostBytes, CancellationToken cancellation)
    {
        // Of one size: what a platform says of a file is not what it sends, and what does not fit is not taken.
        var bytes = new byte[mostBytes];
        using var room = new MemoryStream(bytes);
        try
        {
            await TelegramAccount.CallAsync(
                async token =>
                    await account.Line.DownloadFile(await account.Line.GetFile(file.Reference, token), room, token),
                cancellation
            );
            return new FileReading.Read(bytes.AsMemory(0, (int)room.Position));
        }
        catch (Exception full) when (full is NotSupportedException or { InnerException: NotSupportedException })
        {
            return new FileReading.TooLarge();
        }
        catch (Exception failed)
            when (failed is RequestException or IOException
                || failed is OperationCanceledException && !cancellation.IsCancellationRequested
            )
        {
            LogUnread(failed.Message);
            return new FileReading.Gone();
        }
    }

    [LoggerMessage(706, LogLevel.Warning, "A file that was given cannot be fetched from Telegram ({Why})")]
    private partial void LogUnread(string why);
}
