using Bot.Core.Texts;

namespace Bot.Core.Digests;

/// <summary>Says instants in the time of a zone.</summary>
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
}
