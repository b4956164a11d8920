using Bot.Core.Articles.Seeds;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Articles;

public sealed class SeedWatchTests
{
    private const string Tide = "The tide came in at noon. Nobody on the pier had expected it.";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_file_is_taken_once_it_has_rested()
    {
        using var desk = await SeedDesk.OpenAsync();
        using var watch = Watch(desk);
        desk.Write("tide.txt", Tide);

        var first = await watch.LookAsync(SeedDesk.Stop);
        desk.Clock.Advance(Rest);
        var second = await watch.LookAsync(SeedDesk.Stop);

        Assert.Equal((0, 1), (first.Total, second.Added));
    }

    [Fact]
    public async Task A_half_written_file_is_left_alone_until_its_writer_is_done()
    {
        using var desk = await SeedDesk.OpenAsync();
        using var watch = Watch(desk);
        desk.Write("tide.txt", Tide[..20]);
        await watch.LookAsync(SeedDesk.Stop);
        desk.Clock.Advance(Rest);

        desk.Write("tide.txt", Tide);
        var written = await watch.LookAsync(SeedDesk.Stop);
        desk.Clock.Advance(Rest);
        await watch.LookAsync(SeedDesk.Stop);

        Assert.Equal(0, written.Total);
        Assert.Equal(Tide, (await desk.OnlyAsync()).Text);
    }

    [Fact]
    public async Task A_file_that_an_editor_replaces_is_never_withdrawn()
    {
        using var desk = await SeedDesk.OpenAsync();
        using var watch = Watch(desk);
        desk.Write("tide.txt", Tide);
        await desk.LoadAsync();
        var before = await desk.OnlyAsync();

        desk.Remove("tide.txt");
        var missing = await watch.LookAsync(SeedDesk.Stop);
        desk.Clock.Advance(Rest / 2);
        desk.Write("tide.txt", Tide + " It went out at six.");
        await watch.LookAsync(SeedDesk.Stop);
        desk.Clock.Advance(Rest);
        var back = await watch.LookAsync(SeedDesk.Stop);

        Assert.Equal((0, 1), (missing.Withdrawn, missing.Total));
        Assert.Equal((0, 1), (back.Withdrawn, back.Updated));
        Assert.Equal(before.Id, (await desk.OnlyAsync()).Id);
    }

    [Fact]
    public async Task A_file_that_is_gone_for_good_is_withdrawn()
    {
        using var desk = await SeedDesk.OpenAsync();
        using var watch = Watch(desk);
        desk.Write("tide.txt", Tide);
        await desk.LoadAsync();

        desk.Remove("tide.txt");
        await watch.LookAsync(SeedDesk.Stop);
        desk.Clock.Advance(Rest);
        var report = await watch.LookAsync(SeedDesk.Stop);

        Assert.Equal((1, 0), (report.Withdrawn, report.Total));
    }

    [Fact]
    public async Task Articles_come_change_and_go_while_the_program_runs_even_where_the_folder_comes_later()
    {
        using var desk = await SeedDesk.OpenAsync();
        Directory.Delete(desk.Folder);
        using var watch = Watch(desk);
        await watch.StartAsync(SeedDesk.Stop);

        desk.Write("tide.txt", Tide);
        await UntilAsync(desk, async () => (await desk.LatestAsync()).Count == 1);
        desk.Write("tide.txt", Tide + " It went out at six.");
        await UntilAsync(desk, async () => (await desk.OnlyAsync()).Text != Tide);
        desk.Remove("tide.txt");
        await UntilAsync(desk, async () => (await desk.LatestAsync()).Count == 0);

        await watch.StopAsync(SeedDesk.Stop);
    }

    private static SeedWatch Watch(SeedDesk desk) => new(desk.Loader, desk.Clock, NullLogger<SeedWatch>.Instance);

    /// <summary>Lets the desk's time go by until it is so.</summary>
    private static async Task UntilAsync(SeedDesk desk, Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            desk.Clock.Advance(Rest);
            await Task.Yield();
        }
    }
}
