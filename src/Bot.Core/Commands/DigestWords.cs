using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>How digests and their places are spoken of, and the commands that change them.</summary>
internal sealed class DigestWords(PlaceBook places, TimeProvider time)
{
    private const int NextRuns = 3;

    /// <summary>"here", or what another place is called.</summary>
    public async Task<string> WhereAsync(
        Destination destination,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    ) =>
        destination == asked
            ? edition.Say("digest.here")
            : edition.Say("digest.there", ("address", await TitleAsync(destination, cancellation)));

    /// <summary>What a place is called; its address where nobody said.</summary>
    public async Task<string> TitleAsync(Destination destination, CancellationToken cancellation) =>
        await places.TitleOfAsync(destination, cancellation) is { Length: > 0 } title ? title : destination.ToString();

    /// <summary>"Every Monday to Friday at 07:30, Europe/Berlin, here."</summary>
    public async Task<IReadOnlyList<Inline>> ComesAsync(
        DigestSchedule schedule,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var at = schedule.At.ToString("HH:mm", edition.Language);
        var place = await WhereAsync(schedule.Destination, asked, edition, cancellation);
        return schedule.Days == DigestDays.Daily
            ? edition.Line("digest.comes-daily", ("time", at), ("zone", schedule.Zone.Id), ("place", place))
            : edition.Line(
                "digest.comes",
                ("days", DigestTime.Say(schedule.Days, edition)),
                ("time", at),
                ("zone", schedule.Zone.Id),
                ("place", place)
            );
    }

    /// <summary>"Next: Mon 30 Nov 07:30 (06:30 UTC) · Tue 1 Dec 07:30"; UTC again where the clocks have changed.</summary>
    public IReadOnlyList<Inline> Next(DigestSchedule schedule, Edition edition)
    {
        var runs = new List<string>();
        TimeSpan? shown = null;
        foreach (var slot in schedule.SlotsAfter(time.GetUtcNow()).Take(NextRuns))
        {
            var local = TimeZoneInfo.ConvertTime(slot.Due, schedule.Zone);
            var written = local.ToString(edition.Say("digest.run-short"), edition.Language);
            runs.Add(local.Offset == shown ? written : WithUtc(written, local, edition));
            shown = local.Offset;
        }

        return edition.Line("digest.next-runs", ("runs", string.Join(" · ", runs)));
    }

    /// <summary>"Monday 30 November 07:30 (06:30 UTC)"</summary>
    public static IReadOnlyList<Inline> Run(DigestSlot slot, TimeZoneInfo zone, Edition edition)
    {
        var local = TimeZoneInfo.ConvertTime(slot.Due, zone);
        return [new Plain(WithUtc(local.ToString(edition.Say("digest.run-date"), edition.Language), local, edition))];
    }

    /// <summary>With the day where it is another one in UTC; without all of it where both clocks show the same.</summary>
    private static string WithUtc(string written, DateTimeOffset local, Edition edition)
    {
        if (local.Offset == TimeSpan.Zero)
            return written;
        var pattern = edition.Say(local.UtcDateTime.Date == local.Date ? "digest.run-time" : "digest.run-day");
        return edition.Say(
            "digest.run",
            ("local", written),
            ("utc", local.UtcDateTime.ToString(pattern, edition.Language))
        );
    }

    /// <summary>A command about one digest, as a button carries it for months.</summary>
    public static string Command(string wish, PlannedDigest digest, Destination asked) =>
        $"/digest {wish} name:\"{digest.Name}\"{PlaceMeant.Option(digest.Destination, asked)}";

    /// <summary>The command that plans it.</summary>
    public static string Add(DigestSchedule schedule, Destination asked) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/digest add at:{schedule.At:HH:mm} zone:{schedule.Zone.Id} days:{schedule.Days} size:{DigestOptions.Written(schedule.Order.Size)} name:\"{schedule.Name}\"{PlaceMeant.Option(schedule.Destination, asked)}"
        );

    public static ReplyButton Preview(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.preview"), Command("preview", digest, asked));

    public static ReplyButton Pause(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.pause"), Command("pause", digest, asked), IsInPlace: true);

    public static ReplyButton Resume(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.resume"), Command("resume", digest, asked), IsInPlace: true);

    public static ReplyButton Remove(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.remove"), Command("remove", digest, asked), IsInPlace: true);
}
