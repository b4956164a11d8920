using System.Collections.Frozen;

namespace Bot.Core.Feeds.Dates;

/// <summary>Zones by the names that feeds write for them; where one name is many zones', the one that feeds mean.</summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> Minutes = new Dictionary<string, int>
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["ZULU"] = 0,
        ["BST"] = 60,
        ["IST"] = 330,
        ["WEST"] = 60,
        ["CET"] = 60,
        ["MET"] = 60,
        ["MEZ"] = 60,
        ["CEST"] = 120,
        ["MEST"] = 120,
        ["MESZ"] = 120,
        ["EET"] = 120,
        ["SAST"] = 120,
        ["EEST"] = 180,
        ["MSK"] = 180,
        ["EAT"] = 180,
        ["TRT"] = 180,
        ["MSD"] = 240,
        ["GST"] = 240,
        ["PKT"] = 300,
        ["WIB"] = 420,
        ["ICT"] = 420,
        ["HKT"] = 480,
        ["SGT"] = 480,
        ["AWST"] = 480,
        ["PHT"] = 480,
        ["JST"] = 540,
        ["KST"] = 540,
        ["ACST"] = 570,
        ["AEST"] = 600,
        ["ACDT"] = 630,
        ["AEDT"] = 660,
        ["NZST"] = 720,
        ["NZDT"] = 780,
        ["BRT"] = -180,
        ["ART"] = -180,
        ["NST"] = -210,
        ["NDT"] = -150,
        ["AT"] = -240,
        ["AST"] = -240,
        ["ADT"] = -180,
        ["ET"] = -300,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CT"] = -360,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MT"] = -420,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PT"] = -480,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["AKST"] = -540,
        ["AKDT"] = -480,
        ["HST"] = -600,
        ["HAST"] = -600,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private const int LongestName = 5;

    /// <returns>Null where the word cannot be a zone; a zone that nobody knows is taken for UTC, as the feed's date is worth more than its hour.</returns>
    public static TimeSpan? Find(ReadOnlySpan<char> name)
    {
        if (Minutes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var minutes))
            return TimeSpan.FromMinutes(minutes);
        return name.Length <= LongestName && name.IndexOfAnyExceptInRange('A', 'Z') < 0 ? TimeSpan.Zero : null;
    }
}
