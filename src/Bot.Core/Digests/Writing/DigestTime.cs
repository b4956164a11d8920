using Bot.Core.Digests.Schedules;
using Bot.Core.Texts;

namespace Bot.Core.Digests.Writing;

/// <summary>Says instants in the time of a zone, and days of the week.</summary>
public static class DigestTime
{
    /// <summary>So many days before or after today, a weekday says enough.</summary>
    private const int DaysByName = 6;

    /// <summary>"Sunday 07:30" where that is plain, else "21 December 07:30".</summary>
    public static string Say(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone, Edition edition)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var isNear = Math.Abs((local.Date - today).TotalDays) <= DaysByName;
        return local.ToString(edition.Say(isNear ? "digest.near" : "digest.far"), edition.Language);
    }

    /// <summary>"Monday to Friday", "Monday, Wednesday, Saturday", "every Monday", "every day".</summary>
    public static string Say(DigestDays days, Edition edition) =>
        days == DigestDays.Daily ? edition.Say("digest.daily")
        : days.IsOne ? edition.Say("digest.weekly", ("day", Named(days, edition)))
        : Named(days, edition);

    /// <summary>The days by name alone: "Monday", "Monday to Sunday".</summary>
    public static string Named(DigestDays days, Edition edition) =>
        string.Join(
            ", ",
            days.Runs()
                .Select(r =>
                    r.First == r.Last
                        ? DayName(r.First, edition)
                        : edition.Say(
                            "digest.days",
                            ("first", DayName(r.First, edition)),
                            ("last", DayName(r.Last, edition))
                        )
                )
        );

    private static string DayName(DayOfWeek day, Edition edition) => edition.Language.DateTimeFormat.GetDayName(day);
}
