using Bot.Core.Articles.Seeds;

namespace Bot.Verbs;

/// <summary>Loads the seeds and shows how far that is, for a folder of many.</summary>
internal static class SeedReading
{
    public static async Task<SeedReport> LoadAsync(SeedLoader seeds, CancellationToken cancellation)
    {
        var progress = new ProgressLine("seed files read", TimeProvider.System);
        var report = await seeds.LoadAsync(progress.Tell, cancellation);
        progress.End();
        return report;
    }
}
