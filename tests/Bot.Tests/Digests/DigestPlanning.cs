using Bot.Core.Chat;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>A chat in which digests are planned: command in, reply out.</summary>
public abstract class DigestPlanning : IAsyncDisposable
{
    private protected const string Add = "/digest add at:07:30 zone:Europe/Berlin days:mon-fri";
    private protected const string Operators = "The operator's";

    private protected readonly StoreFolder _folder = new();
    private protected readonly RecordingPlatform _platform = new("telegram");
    private protected readonly RecordingPlatform _terminal = new("terminal");

    /// <summary>Friday noon UTC.</summary>
    private protected readonly FakeTimeProvider _time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private protected DigestRoom? _room;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_room is not null)
            await _room.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<DigestRoom> OpenAsync() =>
        _room ??= await DigestRoom.OpenAsync(_folder, _time, [], _platform, _terminal);

    private protected async Task<string> AskAsync(string line, string place = "telegram:-5") =>
        Text(await (await OpenAsync()).AskAsync(line, place));

    private protected async Task<int> CountAsync() =>
        await (await OpenAsync()).QueryAsync<int>("SELECT COUNT(*) FROM digests");

    private protected static string Text(Reply reply) => string.Join('\n', PlainText.Of(reply));
}
