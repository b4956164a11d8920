using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places.Zones;

namespace Bot.Core.Moving;

/// <summary>A digest in the words of configuration, and back. What digests learn to do is added here alone.</summary>
internal static class DigestMapping
{
    public static PackedDigest Pack(PlannedDigest digest) =>
        new()
        {
            Name = digest.Name,
            At = digest.Schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture),
            Days = digest.Schedule.Days.ToString(),
            Zone = digest.Schedule.Zone.Id,
            Size = DigestOptions.Written(digest.Schedule.Order.Size),
            Paused = digest.IsPaused,
            Channel = digest.Destination.Topic,
        };

    /// <returns>The schedule, or what is wrong with the digest.</returns>
    public static (DigestSchedule? Schedule, ImportProblem? Problem) Unpack(PackedDigest packed, Destination place)
    {
        var name = packed.Name?.Trim() ?? "";
        if (name.Length is 0 or > DigestOptions.LongestName || name.Any(c => char.IsControl(c) || c == '"'))
            return Wrong("name", name);
        if (ZoneNames.TryFind(packed.Zone ?? "") is not { } zone)
            return Wrong("zone", packed.Zone);
        if (ClockTime.TryParse(packed.At ?? "") is not { } at)
            return Wrong("at", packed.At);
        if (DigestDays.TryParse(packed.Days ?? "daily") is not { } days)
            return Wrong("days", packed.Days);
        return DigestOptions.ParseSize(packed.Size ?? "normal") is { } size
            ? (new DigestSchedule(new DigestOrder(name, place, zone, size), at, days), null)
            : Wrong("size", packed.Size);

        (DigestSchedule?, ImportProblem?) Wrong(string field, string? value) =>
            (null, new ImportProblem.Digest(name, field, value ?? ""));
    }

    /// <summary>Whether importing it would change nothing.</summary>
    public static bool IsSame(PlannedDigest there, DigestSchedule wanted, bool isPaused) =>
        there.Name == wanted.Name
        && there.Schedule.Terms == wanted.Terms
        && there.Schedule.Order.Size == wanted.Order.Size
        && there.IsPaused == isPaused;
}
