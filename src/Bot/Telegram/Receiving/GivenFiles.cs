using Bot.Core.Chat;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Receiving;

/// <summary>Files that people give with a command. https://core.telegram.org/bots/api#getfile</summary>
internal sealed class GivenFiles(TelegramAccount account)
{
    /// <returns>Null where none hangs on the message.</returns>
    public static GivenFile? On(Message? message) =>
        message?.Document is { } file ? new GivenFile(file.FileName ?? "", file.FileSize, file.FileId) : null;

    public async Task<FileReading> ReadAsync(GivenFile file, int mostBytes, CancellationToken cancellation)
    {
        using var bytes = new Bounded(mostBytes);
        try
        {
            await TelegramAccount.CallAsync(
                async token =>
                {
                    var found = await account.Line.GetFile(file.Reference, token);
                    await account.Line.DownloadFile(found, bytes, token);
                },
                cancellation
            );
            return new FileReading.Read(bytes.ToArray());
        }
        catch (Exception failed)
            when (failed is RequestException or IOException
                || failed is OperationCanceledException && !cancellation.IsCancellationRequested
            )
        {
            return bytes.IsFull ? new FileReading.TooLarge() : new FileReading.Gone();
        }
    }

    /// <summary>Takes no more than it has room for: what a platform says of a file's size is not what it sends.</summary>
    private sealed class Bounded(int mostBytes) : MemoryStream
    {
        public bool IsFull { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            IsFull = Length + buffer.Length > mostBytes;
            if (IsFull)
                throw new IOException($"The file has more than {mostBytes} bytes.");
            base.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
