using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>Alone, since what is allocated is counted for the whole process: the web's own share is in it.</summary>
[CollectionDefinition(nameof(SizeTests), DisableParallelization = true)]
[Collection(nameof(SizeTests))]
public sealed class SizeTests
{
    private const int Megabyte = 1024 * 1024;

    private const int MostBytes = 15 * Megabyte;

    /// <summary>Once what is kept, in pieces that are rented, and what the two servers of the test need.</summary>
    private const long MostAllocated = 40 * Megabyte;

    public static TheoryData<string, WebPlay> TooLarge =>
        new()
        {
            { "a gzip bomb", Packed.Bomb("gzip") },
            { "a deflate bomb", Packed.Bomb("deflate") },
            { "a brotli bomb", Packed.Bomb("br") },
            { "a body without end", Lengths.Endless() },
            { "a feed of 50 MB", Lengths.Of(50_000_000, isDeclared: false) },
            { "a feed that says it has 50 MB", Lengths.Of(50_000_000, isDeclared: true) },
            { "one byte too many", Lengths.Of(MostBytes + 1, isDeclared: false) },
        };

    [Theory, MemberData(nameof(TooLarge))]
    public async Task What_is_too_large_is_left_early_in_little_memory(string what, WebPlay play)
    {
        await using var room = await FetchRoom.OpenAsync();
        await room.FetchFeedAsync(Documents.Of("<rss/>"));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var outcome = await room.FetchFeedAsync(play);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var failed = FetchRoom.Failure(FetchFault.TooLarge, outcome);
        Assert.EndsWith("sends more than 15360 KiB", failed.Words, StringComparison.Ordinal);
        Assert.True(allocated < MostAllocated, $"{what}: {allocated / Megabyte} MiB were allocated");
    }

    [Fact]
    public async Task What_just_fits_is_read_whole()
    {
        await using var room = await FetchRoom.OpenAsync();

        var outcome = await room.FetchFeedAsync(Lengths.Of(MostBytes, isDeclared: false));

        Assert.Equal(MostBytes, Assert.IsType<FetchOutcome.Fetched>(outcome).Bytes.Length);
    }
}
