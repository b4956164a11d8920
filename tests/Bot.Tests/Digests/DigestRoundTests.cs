using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;

namespace Bot.Tests.Digests;

/// <summary>Digests of several places that are due at one time: what is wrong with one of them is no matter to the others.</summary>
public sealed class DigestRoundTests : DigestMorning
{
    private static readonly string[] Channels = ["discord:1", "discord:2", "discord:3"];

    [Fact]
    public async Task A_place_whose_digest_cannot_be_made_keeps_nobody_else_back()
    {
        var room = await OpenDueAsync();
        await room.QueryAsync<int>(
            "INSERT INTO digest_beginnings (destination, last_article, covers_from) VALUES ('discord:2', 0, 'no time')"
        );

        var outcomes = await RunAsync(room);

        Assert.Equal(["discord:1", "discord:3"], Told());
        Assert.IsType<DigestOutcome.Broken>(outcomes[1]);
        await room.QueryAsync<int>("DELETE FROM digest_beginnings WHERE destination = 'discord:2'");
        await RunAsync(room);
        Assert.Equal(Channels, Told());
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_down_keeps_nobody_else_back()
    {
        var room = await OpenDueAsync();
        await room.QueryAsync<int>(
            "CREATE TRIGGER full AFTER INSERT ON outbox WHEN new.destination = 'discord:2' BEGIN SELECT RAISE(ABORT, 'full'); END"
        );

        var outcomes = await RunAsync(room);

        Assert.Equal(["discord:1", "discord:3"], Told());
        Assert.IsType<DigestOutcome.Broken>(outcomes[1]);
        Assert.Equal(
            0,
            await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger WHERE destination = 'discord:2'")
        );
        await room.QueryAsync<int>("DROP TRIGGER full");
        await RunAsync(room);
        Assert.Equal(Channels, Told());
    }

    [Fact]
    public async Task Where_one_is_overtaken_the_others_are_written_down_all_the_same()
    {
        var room = await OpenDueAsync();
        // Another process tells it in this very moment, each time that it is looked at.
        await room.QueryAsync<int>(
            """
            CREATE TRIGGER overtaken BEFORE INSERT ON digest_articles WHEN new.destination = 'discord:2' AND new.part > 0
            BEGIN
              INSERT INTO digest_articles (destination, article, ledger, part) VALUES ('discord:2', new.article, new.ledger, 0);
            END
            """
        );

        var outcomes = await RunAsync(room);

        Assert.Equal(["discord:1", "discord:3"], Told());
        Assert.IsType<DigestOutcome.Held>(outcomes[1]);
        Assert.Equal(2, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_ledger"));
    }

    [Fact]
    public async Task A_platform_that_breaks_when_it_is_asked_of_a_closed_place_keeps_nobody_else_back()
    {
        var room = await OpenDueAsync();
        await room.Get<DestinationBook>().PauseAsync(new Destination("discord", "2"), "closed", Cancellation);
        _platform.WhenAsked = _ => throw new InvalidOperationException("broken");

        var outcomes = await RunAsync(room);

        Assert.Equal(["discord:1", "discord:3"], Told());
        Assert.Equal(HeldBy.Pause, Assert.IsType<DigestOutcome.Held>(outcomes[1]).By);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Three channels whose digest is due, with an article for it.</summary>
    private async Task<DigestRoom> OpenDueAsync()
    {
        var room = await DigestRoom.OpenAsync(
            _folder,
            _time,
            [
                .. Channels.Select(
                    (c, i) =>
                        new DigestOptions
                        {
                            Name = $"Digest {i}",
                            At = "07:30",
                            Destination = c,
                        }
                ),
            ],
            _platform
        );
        _rooms.Add(room);
        await RunAsync(room);
        await room.FileAsync("Floods in Spain");
        _time.SetUtcNow(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
        return room;
    }

    private static async Task<IReadOnlyList<DigestOutcome>> RunAsync(DigestRoom room)
    {
        var plan = await room.Get<DigestBook>().ReadAsync(Cancellation);
        var outcomes = await room.Get<DigestRound>().RunAsync(plan.Digests, Cancellation);
        await room.DeliverAsync();
        return outcomes;
    }

    private IEnumerable<string> Told() => _platform.Shown.Select(p => $"{p.Destination}").Order(StringComparer.Ordinal);
}
