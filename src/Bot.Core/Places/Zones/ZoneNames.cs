using Bot.Core.Spelling;

namespace Bot.Core.Places.Zones;

/// <summary>Time zones by what people call them: their IANA names, a city, a country with one zone.</summary>
/// <remarks>
/// The names are carried along, for the system's own list costs more than a second to read; the rules are always the
/// system's.
/// </remarks>
public static class ZoneNames
{
    private const int LongestName = 64;

    private static readonly Lazy<ZoneTable> Table = new(ZoneTable.Read);

    /// <summary>By its IANA name alone.</summary>
    public static TimeZoneInfo? TryFind(string name) =>
        IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>Whoever is found from now on has the rules that the system has now.</summary>
    public static void ReadRulesAnew() => TimeZoneInfo.ClearCachedData();

    public static ZoneReading Read(string written)
    {
        var name = written.Trim();
        if (name.Equals("UTC", StringComparison.OrdinalIgnoreCase))
            return new ZoneReading.Found(TimeZoneInfo.Utc);
        if (IsOffset(name))
            return new ZoneReading.NoPlace(null);
        if (Table.Value.Abbreviations.TryGetValue(name, out var example))
            return new ZoneReading.NoPlace(example);
        if (TryFind(name) is { } exact && name.Contains('/', StringComparison.Ordinal))
            return new ZoneReading.Found(exact);
        var zones = Table.Value.Find(name);
        if (zones.Count > 1)
            return new ZoneReading.SeveralZones(zones);
        // A name without a continent is an old alias: "Turkey", "NZ".
        return zones is [var only] && TryFind(only) is { } zone ? new ZoneReading.Found(zone)
            : TryFind(name) is { } alias ? new ZoneReading.Found(alias)
            : new ZoneReading.Unknown(Nearest(name));
    }

    /// <summary>The IANA name that is nearest to what was written, a city alone included ("berlin"). Null where none is near.</summary>
    public static string? Nearest(string written)
    {
        if (written.Length > LongestName)
            return null;
        var known = Table.Value.Find(written);
        if (known.Count == 0 && Slips.Nearest(written, Table.Value.Keys) is { } meant)
            known = Table.Value.Find(meant);
        return known.Count == 0 ? null : known[0];
    }

    /// <summary>The names of which the name or the city begins so.</summary>
    public static IEnumerable<string> StartingWith(string typed) => Table.Value.StartingWith(typed);

    /// <summary>True where some zone, city or country begins so.</summary>
    public static bool IsBeginning(string typed) =>
        typed.Length <= LongestName
        && ZoneTable.Fold(typed) is { Length: > 0 } folded
        && Table.Value.Keys.Any(k => k.StartsWith(folded, StringComparison.Ordinal));

    /// <summary>Zones are files: nothing else may be asked of the system by a name that someone typed.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && char.IsAsciiLetter(name[0]);

    /// <summary>"+2", "UTC+1": without a place, nobody knows when its clocks change.</summary>
    private static bool IsOffset(string name) =>
        (
            name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)
                ? name[3..].TrimStart()
                : name
        )
            is ['+' or '-' or '−' or (>= '0' and <= '9'), ..];
}
