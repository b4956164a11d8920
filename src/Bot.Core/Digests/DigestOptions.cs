using System.ComponentModel.DataAnnotations;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places.Zones;

namespace Bot.Core.Digests;

/// <summary>One item of the section <c>Digests</c>: a digest that the operator sets.</summary>
public sealed class DigestOptions : IValidatableObject
{
    internal const int LongestName = 60;

    /// <summary>What readers see over it and name it by; every digest has a name of its own.</summary>
    public string Name { get; set; } = "";

    /// <summary>Local time on a clock of 24 hours: "07:30".</summary>
    public string At { get; set; } = "";

    /// <summary>"daily", "mon-fri", "mon,wed,sat".</summary>
    public string Days { get; set; } = "daily";

    /// <summary>The IANA name of a time zone: "Europe/Berlin".</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>"terminal", "discord:CHANNEL" or "telegram:CHAT[/TOPIC]".</summary>
    public string Destination { get; set; } = "terminal";

    /// <summary>"short", "normal" or "long".</summary>
    public string Size { get; set; } = "normal";

    /// <exception cref="FormatException">A value is wrong; validation names it.</exception>
    public DigestSchedule ToSchedule() =>
        new(
            new DigestOrder(
                Name.Trim(),
                Chat.Destination.TryParse(Destination) ?? throw Wrong(nameof(Destination), Destination),
                ZoneNames.TryFind(Zone) ?? throw Wrong(nameof(Zone), Zone),
                ParseSize(Size) ?? throw Wrong(nameof(Size), Size)
            ),
            ClockTime.TryParse(At) ?? throw Wrong(nameof(At), At),
            DigestDays.TryParse(Days) ?? throw Wrong(nameof(Days), Days)
        );

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("a digest needs a name; write “Morning digest”", [nameof(Name)]);
        else if (Name.Length > LongestName || Name.Any(char.IsControl))
            yield return new(
                $"“{Printable(Name)}” is no name; write at most {LongestName} letters on one line",
                [nameof(Name)]
            );
        if (ClockTime.TryParse(At) is null)
            yield return new($"“{Printable(At)}” is no time of day; write hours and minutes as 07:30", [nameof(At)]);
        if (DigestDays.TryParse(Days) is null)
            yield return new(
                $"“{Printable(Days)}” is no choice of days; write daily, mon-fri or mon,wed,sat",
                [nameof(Days)]
            );
        if (ZoneNames.TryFind(Zone) is null)
            yield return new(
                $"“{Printable(Zone)}” is no time zone; write {ZoneNames.Nearest(Zone) ?? "an IANA name as Europe/Berlin"}",
                [nameof(Zone)]
            );
        if (Chat.Destination.TryParse(Destination) is null)
            yield return new(
                $"“{Printable(Destination)}” is no destination; write terminal, discord:CHANNEL or telegram:CHAT[/TOPIC]",
                [nameof(Destination)]
            );
        if (ParseSize(Size) is null)
            yield return new($"“{Printable(Size)}” is no size; write short, normal or long", [nameof(Size)]);
    }

    /// <returns>Null where it is none of the three.</returns>
    internal static DigestSize? ParseSize(string written) =>
        written.Trim().ToLowerInvariant() switch
        {
            "short" => DigestSize.Brief,
            "normal" => DigestSize.Normal,
            "long" => DigestSize.Full,
            _ => null,
        };

    internal static string Written(DigestSize size) =>
        size switch
        {
            DigestSize.Brief => "short",
            DigestSize.Normal => "normal",
            DigestSize.Full => "long",
            _ => throw new ArgumentOutOfRangeException(nameof(size), size, null),
        };

    private static FormatException Wrong(string key, string value) => new($"Digests: {key} “{value}” cannot be used.");

    /// <summary>One line, and not a page of it.</summary>
    private static string Printable(string value)
    {
        var line = new string([.. value.Take(LongestName).Select(c => char.IsControl(c) ? ' ' : c)]);
        return value.Length > LongestName ? line + "…" : line;
    }
}
