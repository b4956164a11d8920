using Bot.Core.Digests;

namespace Bot.Tests.Digests;

public sealed class ThreadedDigestTests : DigestMorning
{
    private const string Title = "Morning digest · Monday 23 November 2026";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_long_digest_goes_on_in_a_thread_of_its_name_where_that_was_chosen(bool isChosen)
    {
        var room = await OpenAsync(
            new DigestOptions
            {
                Name = Morning.Name,
                At = Morning.At,
                Zone = Morning.Zone,
                Destination = Morning.Destination,
                Size = "long",
                Thread = isChosen,
            }
        );
        await room.RingAsync();
        for (var i = 0; i < 9; i++)
            await room.FileAsync(
                DigestRoom.Headline(i),
                published: "2026-11-22T20:00:00Z",
                text: $"{DigestRoom.Headline(i)}."
            );
        _time.SetUtcNow(MondaySlot);

        await room.RingAndDeliverAsync();

        Assert.InRange(_platform.Shown.Count, 2, 5);
        Assert.All(_platform.Shown, p => Assert.Equal(isChosen ? Title : null, p.Thread));
        Assert.Equal(
            [null, .. Enumerable.Repeat("m1", _platform.Shown.Count - 1)],
            _platform.Shown.Select(p => p.Follows)
        );
    }
}
