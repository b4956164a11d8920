namespace Bot.Core.Places.Zones;

/// <summary>What came of reading the name of a time zone.</summary>
public abstract record ZoneReading
{
    public sealed record Found(TimeZoneInfo Zone) : ZoneReading;

    /// <summary>A country with more than one.</summary>
    /// <param name="Zones">Those in which most people live.</param>
    public sealed record SeveralZones(IReadOnlyList<string> Zones) : ZoneReading;

    /// <summary>An abbreviation or an offset, which names a time and not a place.</summary>
    /// <param name="Example">A place that keeps it for a part of the year; null where many do.</param>
    public sealed record NoPlace(string? Example) : ZoneReading;

    /// <param name="Nearest">What may have been meant; null where nothing is near.</param>
    public sealed record Unknown(string? Nearest) : ZoneReading;
}
