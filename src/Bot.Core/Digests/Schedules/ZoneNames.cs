using Bot.Core.Spelling;

namespace Bot.Core.Digests.Schedules;

/// <summary>Time zones by their IANA names.</summary>
internal static class ZoneNames
{
    public static TimeZoneInfo? TryFind(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>
    /// The known name that is nearest to what was written, a city alone included ("berlin"). Reads every zone of the
    /// system, which takes a second: for a start that fails anyway.
    /// </summary>
    public static string? Nearest(string written)
    {
        var zones = TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).ToList();
        var byCity = zones.ToLookup(CityOf, StringComparer.Ordinal);
        var meant = Slips.Nearest(written, [.. zones, .. byCity.Select(c => c.Key)]);
        // "Berlin" is a city of Europe; a name without a continent is an old alias.
        return meant is null ? null : byCity[meant].MaxBy(z => z.Contains('/', StringComparison.Ordinal)) ?? meant;
    }

    private static string CityOf(string name) => name[(name.LastIndexOf('/') + 1)..];
}
