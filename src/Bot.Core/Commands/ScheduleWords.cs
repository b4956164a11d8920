using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>How it is said when digests come.</summary>
internal static class ScheduleWords
{
    private const int NextRuns = 3;

    /// <summary>"Every Monday to Friday at 07:30, Europe/Berlin, here."</summary>
    /// <param name="place">"here", or what the place is called.</param>
    public static IReadOnlyList<Inline> Comes(DigestSchedule schedule, string place, Edition edition)
    {
        var zone = schedule.Zone.Id;
        if (schedule.Rhythm is not Rhythm.AtTimes { Times: var times })
            return edition.Line(
                "digest.comes-rhythm",
                ("terms", Capitalised(Terms(schedule, edition), edition)),
                ("zone", zone),
                ("place", place)
            );
        var at = Times(times, edition);
        return schedule.Days == DigestDays.Daily
            ? edition.Line("digest.comes-daily", ("time", at), ("zone", zone), ("place", place))
            : edition.Line(
                schedule.Days.IsOne ? "digest.comes-weekly" : "digest.comes",
                ("days", DigestTime.Named(schedule.Days, edition)),
                ("time", at),
                ("zone", zone),
                ("place", place)
            );
    }

    /// <summary>The same within a line: "Monday to Friday at 07:30, Europe/Berlin, here"</summary>
    public static IReadOnlyList<Inline> Plan(DigestSchedule schedule, string place, Edition edition) =>
        schedule.Rhythm is Rhythm.AtTimes { Times: var times }
            ? edition.Line(
                "digest.plan",
                ("days", DigestTime.Say(schedule.Days, edition)),
                ("time", Times(times, edition)),
                ("zone", schedule.Zone.Id),
                ("place", place)
            )
            : edition.Line(
                "digest.plan-rhythm",
                ("terms", Terms(schedule, edition)),
                ("zone", schedule.Zone.Id),
                ("place", place)
            );

    /// <summary>"Next: Mon 30 Nov 07:30 (06:30 UTC) · Tue 1 Dec 07:30"; UTC again where the clocks have changed.</summary>
    public static IReadOnlyList<Inline> Next(DigestSchedule schedule, DateTimeOffset now, Edition edition)
    {
        var isOfNews = schedule.Rhythm is Rhythm.AsNews;
        var runs = new List<string>();
        TimeSpan? shown = null;
        foreach (var slot in schedule.SlotsAfter(now).Take(isOfNews ? 1 : NextRuns))
        {
            var local = TimeZoneInfo.ConvertTime(slot.Due, schedule.Zone);
            var written = local.ToString(edition.Say("digest.run-short"), edition.Language);
            runs.Add(local.Offset == shown ? written : WithUtc(written, local, edition));
            shown = local.Offset;
        }

        return edition.Line(isOfNews ? "digest.next-news" : "digest.next-runs", ("runs", string.Join(" · ", runs)));
    }

    /// <summary>"Monday 30 November 07:30 (06:30 UTC)", a line each; of news, when they may come.</summary>
    public static IReadOnlyList<IReadOnlyList<Inline>> Runs(
        DigestSchedule schedule,
        DateTimeOffset now,
        Edition edition
    ) =>
        schedule.Rhythm is Rhythm.AsNews
            ? [edition.Line("digest.next-news", ("runs", Run(schedule.Next(now), schedule.Zone, edition)))]
            :
            [
                .. schedule
                    .SlotsAfter(now)
                    .Take(NextRuns)
                    .Select(s => (IReadOnlyList<Inline>)[new Plain(Run(s, schedule.Zone, edition))]),
            ];

    /// <summary>What else is set for it and is not as usual, in small print; empty where all is.</summary>
    public static IReadOnlyList<Inline> Besides(DigestSchedule schedule, Edition edition)
    {
        var besides = new List<string>();
        if (schedule.Grace == TimeSpan.Zero)
            besides.Add(edition.Say("digest.late-never"));
        else if (schedule.Grace != DigestReach.Grace)
            besides.Add(edition.Say("digest.late-by", ("span", Span(schedule.Grace, edition))));
        if (schedule is { Rhythm: Rhythm.AtTimes, Quiet.IsNone: false })
            besides.Add(edition.Say("digest.quiet-idle", ("quiet", Quiet(schedule.Quiet, edition))));
        if (schedule.Order.IsThreaded)
            besides.Add(edition.Say("digest.in-thread"));
        if (schedule.Order.Language is { } language)
            besides.Add(edition.Say("digest.in-language", ("language", edition.LanguageName(language.Name))));
        return besides.Count == 0 ? [] : [new Small(string.Join(" · ", besides))];
    }

    /// <summary>"3 hours", "30 minutes"</summary>
    public static string Span(TimeSpan span, Edition edition) =>
        span.Ticks % TimeSpan.TicksPerHour == 0
            ? edition.Say("digest.hours", ("count", (int)span.TotalHours))
            : edition.Say("digest.minutes", ("count", (int)span.TotalMinutes));

    /// <summary>"every 3 hours, Monday to Friday, quiet from 22:00 to 07:00"</summary>
    private static string Terms(DigestSchedule schedule, Edition edition)
    {
        List<string> terms = [Often(schedule.Rhythm, edition)];
        if (schedule.Days != DigestDays.Daily)
            terms.Add(DigestTime.Say(schedule.Days, edition));
        if (schedule.QuietHere is { IsNone: false } quiet)
            terms.Add(Quiet(quiet, edition));
        return string.Join(edition.Say("list.comma"), terms);
    }

    private static string Often(Rhythm rhythm, Edition edition) =>
        rhythm switch
        {
            Rhythm.Every { Step: var step } when step.Ticks % TimeSpan.TicksPerHour == 0 => edition.Say(
                "digest.every-hours",
                ("count", (int)step.TotalHours)
            ),
            Rhythm.Every { Step: var step } => edition.Say("digest.every-minutes", ("count", (int)step.TotalMinutes)),
            Rhythm.AsNews { Rule: var rule } => edition.Say(
                "digest.as-news",
                ("count", rule.Cap),
                ("gather", Span(rule.Window, edition))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(rhythm), rhythm, "Times have words of their own."),
        };

    private static string Quiet(QuietHours quiet, Edition edition) =>
        edition.Say("digest.quiet-hours", ("from", Time(quiet.From, edition)), ("until", Time(quiet.Until, edition)));

    private static string Times(IReadOnlyList<TimeOnly> times, Edition edition) =>
        edition.And([.. times.Select(t => Time(t, edition))]);

    private static string Time(TimeOnly at, Edition edition) => at.ToString("HH:mm", edition.Language);

    public static string Capitalised(string words, Edition edition) =>
        $"{char.ToUpper(words[0], edition.Language)}{words[1..]}";

    private static string Run(DigestSlot slot, TimeZoneInfo zone, Edition edition)
    {
        var local = TimeZoneInfo.ConvertTime(slot.Due, zone);
        return WithUtc(local.ToString(edition.Say("digest.run-date"), edition.Language), local, edition);
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
}
