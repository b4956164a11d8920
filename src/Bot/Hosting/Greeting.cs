using Bot.Core.Articles.Seeds;
using Bot.Core.Digests;
using Bot.Core.Storage;
using Bot.Core.Texts;

namespace Bot.Hosting;

/// <summary>Three lines at the start: what was loaded, from where, and what to type; and what cannot be posted.</summary>
internal static class Greeting
{
    public static async Task SayAsync(
        TextWriter to,
        Edition edition,
        SeedReport seeds,
        Settings settings,
        Database store,
        DigestPlan plan,
        IReadOnlyList<string> served
    )
    {
        var key = seeds.Total == 0 ? "start.empty" : "start.loaded";
        await to.WriteLineAsync(edition.Say(key, ("count", seeds.Total), ("folder", seeds.Folder)));
        await to.WriteLineAsync(
            edition.Say(
                "start.kept",
                ("settings", settings.File ?? edition.Say("start.defaults")),
                ("store", store.Path)
            )
        );
        await to.WriteLineAsync(edition.Say("start.type"));
        foreach (var digest in plan.Digests.Where(d => !d.IsPaused && !served.Contains(d.Destination.Platform)))
            await to.WriteLineAsync(
                edition.Say("start.unserved", ("digest", digest.Name), ("destination", digest.Destination))
            );
        foreach (var digest in plan.Stranded)
            await to.WriteLineAsync(edition.Say("start.stranded", ("digest", digest.Name), ("zone", digest.Zone)));
    }
}
