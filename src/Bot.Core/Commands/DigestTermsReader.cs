using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;

namespace Bot.Core.Commands;

/// <summary>Reads of a command's options when and how a digest is to come, or says what to type instead.</summary>
internal sealed class DigestTermsReader(PlaceBook places, DigestScopeReader scopes)
{
    /// <summary>What is not said stays as the digest has it that is edited.</summary>
    /// <returns>A schedule, with an empty name where a new one was given none; or what is wrong.</returns>
    public async Task<(DigestSchedule? Schedule, Reply? Wrong)> ReadAsync(DigestAsk ask, CancellationToken cancellation)
    {
        var before = ask.Edited?.Schedule;
        if (ReadRhythm(ask, before?.Rhythm, out var rhythm) is { } noRhythm)
            return (null, noRhythm);
        if (ReadDays(ask, before?.Days, out var days) is { } noDays)
            return (null, noDays);
        if (ReadQuiet(ask, before?.Quiet, out var quiet) is { } noHours)
            return (null, noHours);
        if (ReadGrace(ask, before?.Grace, out var grace) is { } noGrace)
            return (null, noGrace);
        if (ReadName(ask, before?.Name, out var name) is { } noName)
            return (null, noName);
        var (zone, noZone) = await ReadZoneAsync(ask, before?.Zone, cancellation);
        if (zone is null)
            return (null, noZone);
        var (scope, noScope) = await scopes.ReadAsync(ask, before?.Order.Scope, cancellation);
        if (scope is null)
            return (null, noScope);
        var place = await places.SettingsOfAsync(ask.Place, cancellation);
        var size = ReadingSizes.TryParse(ask.Said("size")) ?? before?.Order.Size ?? place.Size ?? ReadingSize.Normal;
        var order = new DigestOrder(name, ask.Place, zone, size)
        {
            Language = LanguageOf(ask, before?.Order),
            IsThreaded = ask.Said(DigestWishes.Thread) is { } thread
                ? thread == DigestWishes.Threaded
                : before?.Order.IsThreaded ?? false,
            Scope = scope,
        };
        var schedule = new DigestSchedule(order, rhythm, days)
        {
            Quiet = quiet,
            QuietAround = place.Quiet,
            Grace = grace,
        };
        return schedule.HasSlots
            ? (schedule, null)
            : (
                null,
                Wrong(
                    ask,
                    "digest.quiet-all",
                    $"{quiet}",
                    ask.Example("quiet", ask.Said("quiet") is null ? "none" : "22-7")
                )
            );
    }

    private static Reply? ReadRhythm(DigestAsk ask, Rhythm? before, out Rhythm rhythm)
    {
        rhythm = before ?? new Rhythm.AtTimes([]);
        switch (ask.Said("at"), ask.Every)
        {
            case ({ }, { }):
                return Wrong(ask, "digest.at-or-every", "", ask.Example("every", null));
            case ({ } at, null):
                if (ClockTime.TryParseAll(at) is not { } times)
                    return Wrong(ask, "digest.at-wrong", at, ask.Example("at", "07:30"));
                rhythm = new Rhythm.AtTimes(times);
                break;
            case (null, { } every):
                switch (RhythmWords.Read(every))
                {
                    // What is said of the news before holds on.
                    case RhythmReading.Found { Rhythm: var found }:
                        rhythm = found is Rhythm.AsNews && before is Rhythm.AsNews ? before : found;
                        break;
                    case RhythmReading.Uneven { Nearest: var nearest }:
                        return Uneven(ask, every, nearest);
                    default:
                        return Wrong(ask, "digest.every-wrong", every, ask.Example("every", "3h"));
                }

                break;
            case (null, null) when before is null:
                return Wrong(ask, "digest.at-missing", "", ask.Example("at", "07:30"));
        }

        return ReadRule(ask, ref rhythm);
    }

    private static Reply Uneven(DigestAsk ask, string every, IReadOnlyList<TimeSpan> nearest) =>
        Reply.Of(
            ask.Edition.Line(
                "digest.every-uneven",
                ("value", Excerpt.Of(every)),
                (
                    "nearest",
                    string.Join(ask.Edition.Say("digest.or"), nearest.Select(n => ScheduleWords.Span(n, ask.Edition)))
                ),
                ("example", ask.Example("every", SpanWords.Written(nearest[^1])))
            )
        );

    private static Reply? ReadRule(DigestAsk ask, ref Rhythm rhythm)
    {
        var (cap, gather) = (ask.Said("cap"), ask.Said("gather"));
        if (cap is null && gather is null)
            return null;
        if (rhythm is not Rhythm.AsNews { Rule: var rule })
            return Wrong(ask, "digest.news-alone", "", new CommandHint("/digest add every:news cap:6 gather:15min"));
        if (cap is not null)
        {
            if (
                !int.TryParse(cap, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
                || most is < 1 or > GatherRule.LargestCap
            )
                return Wrong(ask, "digest.cap-wrong", cap, ask.Example("cap", "6"));
            rule = rule with { Cap = most };
        }

        if (gather is not null)
        {
            if (DigestOptions.ParseGather(gather) is not { } window)
                return Wrong(ask, "digest.gather-wrong", gather, ask.Example("gather", "15min"));
            rule = rule with { Window = window };
        }

        rhythm = new Rhythm.AsNews(rule);
        return null;
    }

    private static Reply? ReadDays(DigestAsk ask, DigestDays? before, out DigestDays days)
    {
        days = before ?? DigestDays.Daily;
        if (ask.Days is not { } written)
            return null;
        if (DigestDays.TryParse(written) is not { } read)
            return Wrong(ask, "digest.days-wrong", written, ask.Example("days", "mon-fri"));
        days = read;
        return null;
    }

    private static Reply? ReadQuiet(DigestAsk ask, QuietHours? before, out QuietHours? quiet)
    {
        quiet = before;
        if (ask.Said("quiet") is not { } written)
            return null;
        quiet = QuietHours.TryParse(written);
        return quiet is null ? Wrong(ask, "digest.quiet-wrong", written, ask.Example("quiet", "22-7")) : null;
    }

    private static Reply? ReadGrace(DigestAsk ask, TimeSpan? before, out TimeSpan grace)
    {
        grace = before ?? DigestReach.Grace;
        if (ask.Said("late") is not { } written)
            return null;
        if (DigestOptions.ParseGrace(written) is not { } read)
            return Wrong(ask, "digest.late-wrong", written, ask.Example("late", "6h"));
        grace = read;
        return null;
    }

    private static Reply? ReadName(DigestAsk ask, string? before, out string name)
    {
        name = before is null ? ask.Name ?? "" : ask.NewName ?? before;
        return name.Length > DigestOptions.LongestName
            ? Reply.Of(ask.Edition.Line("digest.name-long", ("count", DigestOptions.LongestName)))
            : null;
    }

    private async Task<(TimeZoneInfo? Zone, Reply? Wrong)> ReadZoneAsync(
        DigestAsk ask,
        TimeZoneInfo? before,
        CancellationToken cancellation
    )
    {
        if (ask.Said("zone") is { } written)
            return ZoneWords.Read(written, ask.Edition, name => ask.Example("zone", name));
        var zone = before ?? await places.ZoneOfAsync(ask.Place, cancellation);
        return (zone, zone is null ? Wrong(ask, "zone.which", "", ask.Example("zone", "Europe/Berlin")) : null);
    }

    private static CultureInfo? LanguageOf(DigestAsk ask, DigestOrder? before) =>
        ask.Said("lang") switch
        {
            null => before?.Language,
            PlaceLanguage.OwnName => null,
            var tag => CultureInfo.GetCultureInfo(tag),
        };

    private static Reply Wrong(DigestAsk ask, string key, string value, CommandHint example) =>
        Reply.Of(ask.Edition.Line(key, ("value", Excerpt.Of(value)), ("example", example)));
}
