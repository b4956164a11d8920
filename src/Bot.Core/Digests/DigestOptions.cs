using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Places.Zones;
using Bot.Core.Topics;

namespace Bot.Core.Digests;

/// <summary>One item of the section <c>Digests</c>: a digest that the operator sets.</summary>
public sealed class DigestOptions : IValidatableObject
{
    internal const int LongestName = 60;

    /// <summary>What readers see over it and name it by; every digest has a name of its own.</summary>
    public string Name { get; set; } = "";

    /// <summary>Local time on a clock of 24 hours, or several: "07:30", "07:30,18:00". Empty where <see cref="Every"/> says when.</summary>
    public string At { get; set; } = "";

    /// <summary>"3h", "30min", what divides a day; "news" for as it happens.</summary>
    public string Every { get; set; } = "";

    /// <summary>"daily", "mon-fri", "mon,wed,sat".</summary>
    public string Days { get; set; } = "daily";

    /// <summary>The IANA name of a time zone: "Europe/Berlin".</summary>
    public string Zone { get; set; } = "UTC";

    /// <summary>Local hours in which a digest of <see cref="Every"/> does not come: "22:00-07:00".</summary>
    public string Quiet { get; set; } = "";

    /// <summary>How late a slot that was missed may still come: "6h", up to a day; "never".</summary>
    public string Late { get; set; } = SpanWords.Written(DigestReach.Grace);

    /// <summary>Digests of news in a local day, at the most: 1 to 24.</summary>
    public int Cap { get; set; } = GatherRule.Usual.Cap;

    /// <summary>So long nothing new must have come before news are told: "5min", "10min", "15min", "30min", "60min".</summary>
    public string Gather { get; set; } = SpanWords.Written(GatherRule.Usual.Window);

    /// <summary>"terminal", "discord:CHANNEL" or "telegram:CHAT[/TOPIC]".</summary>
    public string Destination { get; set; } = "terminal";

    /// <summary>"short", "normal" or "long".</summary>
    public string Size { get; set; } = "normal";

    /// <summary>A tag, "de"; empty for the place's.</summary>
    public string Language { get; set; } = "";

    /// <summary>Topics of the place's chat, divided by commas: "energy,sport"; empty for all that is new.</summary>
    public string Topics { get; set; } = "";

    /// <summary>Addresses of feeds that the place's chat follows, divided by blanks; empty for all.</summary>
    public string Feeds { get; set; } = "";

    /// <summary>True where all but its first message go to a thread under it.</summary>
    public bool Thread { get; set; }

    /// <exception cref="FormatException">A value is wrong; validation names it.</exception>
    public DigestSchedule ToSchedule() =>
        new(
            new DigestOrder(
                Name.Trim(),
                Chat.Destination.TryParse(Destination) ?? throw Wrong(nameof(Destination), Destination),
                ZoneNames.TryFind(Zone) ?? throw Wrong(nameof(Zone), Zone),
                ReadingSizes.TryParse(Size) ?? throw Wrong(nameof(Size), Size)
            )
            {
                IsThreaded = Thread,
                Language = Language.Length == 0 ? null : CultureInfo.GetCultureInfo(Language),
                Scope = new DigestScope
                {
                    Topics = TopicNames.All(n => n is not null)
                        ? [.. TopicNames.OfType<string>()]
                        : throw Wrong(nameof(Topics), Topics),
                    Feeds = FeedAddresses.All(a => a is not null)
                        ? [.. FeedAddresses.OfType<string>()]
                        : throw Wrong(nameof(Feeds), Feeds),
                },
            },
            ReadRhythm() ?? throw Wrong(Every.Length == 0 ? nameof(At) : nameof(Every), At + Every),
            DigestDays.TryParse(Days) ?? throw Wrong(nameof(Days), Days)
        )
        {
            Quiet = Quiet.Length == 0 ? null : QuietHours.TryParse(Quiet) ?? throw Wrong(nameof(Quiet), Quiet),
            Grace = ParseGrace(Late) ?? throw Wrong(nameof(Late), Late),
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return new("a digest needs a name; write “Morning digest”", [nameof(Name)]);
        else if (Name.Length > LongestName || Name.Any(char.IsControl))
            yield return new(
                $"“{Printable(Name)}” is no name; write at most {LongestName} letters on one line",
                [nameof(Name)]
            );
        foreach (var wrong in ValidateTerms())
            yield return wrong;
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
        if (ReadingSizes.TryParse(Size) is null)
            yield return new($"“{Printable(Size)}” is no size; write short, normal or long", [nameof(Size)]);
        if (Language.Length > 0 && !IsLanguage(Language))
            yield return new($"“{Printable(Language)}” is no language; write a tag as de", [nameof(Language)]);
        if (TopicNames.Any(n => n is null))
            yield return new(
                $"“{Printable(Topics)}” are no topics; write their names as energy,sport",
                [nameof(Topics)]
            );
        if (FeedAddresses.Any(a => a is null))
            yield return new(
                $"“{Printable(Feeds)}” are no feeds; write their addresses, a blank between two",
                [nameof(Feeds)]
            );
    }

    private IEnumerable<string?> TopicNames => Parts(Topics, ',').Select(Topic.TryReadName);

    private IEnumerable<string?> FeedAddresses =>
        Parts(Feeds, ' ')
            .Select(f =>
                Uri.TryCreate(f, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https")
                    ? url.AbsoluteUri
                    : null
            );

    private static string[] Parts(string written, char mark) =>
        written.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <returns>Null where it is no length of time, or one of more than a day.</returns>
    internal static TimeSpan? ParseGrace(string written) =>
        SpanWords.TryParse(written, TimeSpan.FromHours(1)) is { } span && span <= DigestReach.LongestGrace
            ? span
            : null;

    /// <returns>Null where it is none of those that there are.</returns>
    internal static TimeSpan? ParseGather(string written) =>
        SpanWords.TryParse(written, TimeSpan.FromMinutes(1)) is { } span && GatherRule.Windows.Contains(span)
            ? span
            : null;

    private IEnumerable<ValidationResult> ValidateTerms()
    {
        var rhythm = ReadRhythm();
        if (At.Length > 0 && Every.Length > 0)
            yield return new("a digest comes at times or every so often; leave At or Every out", [nameof(Every)]);
        else if (rhythm is null && Every.Length > 0)
            yield return new(
                $"“{Printable(Every)}” does not divide a day; write {string.Join(", ", RhythmWords.Choices)}",
                [nameof(Every)]
            );
        else if (rhythm is null)
            yield return new($"“{Printable(At)}” is no time of day; write hours and minutes as 07:30", [nameof(At)]);
        if (DigestDays.TryParse(Days) is null)
            yield return new(
                $"“{Printable(Days)}” is no choice of days; write daily, mon-fri or mon,wed,sat",
                [nameof(Days)]
            );
        var quiet = QuietHours.TryParse(Quiet);
        if (Quiet.Length > 0 && quiet is null)
            yield return new($"“{Printable(Quiet)}” are no hours; write 22:00-07:00", [nameof(Quiet)]);
        if (quiet is not null && rhythm is not (null or Rhythm.AtTimes) && rhythm.Times.All(quiet.Contains))
            yield return new($"{quiet} leaves no time for every {Printable(Every)}; make it shorter", [nameof(Quiet)]);
        if (ParseGrace(Late) is null)
            yield return new($"“{Printable(Late)}” is no grace; write 0 to 24 hours as 6h, or never", [nameof(Late)]);
        if (Cap is < 1 or > GatherRule.LargestCap)
            yield return new($"{Cap} is no cap; write 1 to {GatherRule.LargestCap}", [nameof(Cap)]);
        if (ParseGather(Gather) is null)
            yield return new(
                $"“{Printable(Gather)}” is no time to gather for; write 5min, 10min, 15min, 30min or 60min",
                [nameof(Gather)]
            );
    }

    /// <returns>Null where neither key says when, or one of them wrongly.</returns>
    private Rhythm? ReadRhythm()
    {
        if (Every.Length == 0)
            return ClockTime.TryParseAll(At) is { } times ? new Rhythm.AtTimes(times) : null;
        return (RhythmWords.Read(Every) as RhythmReading.Found)?.Rhythm switch
        {
            Rhythm.AsNews { Rule: var usual } => new Rhythm.AsNews(
                new GatherRule(Cap, ParseGather(Gather) ?? usual.Window)
            ),
            var rhythm => rhythm,
        };
    }

    private static bool IsLanguage(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static FormatException Wrong(string key, string value) => new($"Digests: {key} “{value}” cannot be used.");

    /// <summary>One line, and not a page of it.</summary>
    private static string Printable(string value)
    {
        var line = new string([.. value.Take(LongestName).Select(c => char.IsControl(c) ? ' ' : c)]);
        return value.Length > LongestName ? line + "…" : line;
    }
}
