using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

/// <summary>A morning digest of one channel, for as many processes as a test opens on its store.</summary>
public abstract class DigestMorning : IAsyncDisposable
{
    private protected static readonly DigestOptions Morning = new()
    {
        Name = "Morning digest",
        At = "07:30",
        Zone = "Europe/Berlin",
        Destination = "discord:1",
    };

    private protected readonly StoreFolder _folder = new();
    private protected readonly List<DigestRoom> _rooms = [];
    private protected readonly RecordingPlatform _platform = new("discord");

    /// <summary>Sunday noon in Berlin: the next slot is on Monday at 06:30 UTC.</summary>
    private protected readonly FakeTimeProvider _time = new(new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));

    private protected static DateTimeOffset MondaySlot => new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        foreach (var room in _rooms)
            await room.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A process that knows its digest since Sunday noon.</summary>
    private protected async Task<DigestRoom> StartAsync()
    {
        var room = await OpenAsync();
        await room.RingAsync();
        return room;
    }

    private protected Task<DigestRoom> OpenAsync(DigestOptions? digest = null) => OpenAsync(_time, digest);

    private protected async Task<DigestRoom> OpenAsync(FakeTimeProvider time, DigestOptions? digest = null)
    {
        var room = await DigestRoom.OpenAsync(_folder, time, [digest ?? Morning], _platform);
        _rooms.Add(room);
        return room;
    }
}
