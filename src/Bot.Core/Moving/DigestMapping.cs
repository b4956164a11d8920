using System.ComponentModel.DataAnnotations;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;

namespace Bot.Core.Moving;

/// <summary>A digest in the words of configuration, and back. What digests learn to do is added here alone.</summary>
internal static class DigestMapping
{
    public static PackedDigest Pack(PlannedDigest digest)
    {
        var (schedule, news) = (digest.Schedule, (digest.Schedule.Rhythm as Rhythm.AsNews)?.Rule);
        return new()
        {
            Name = digest.Name,
            At = (schedule.Rhythm as Rhythm.AtTimes)?.Terms,
            Every = RhythmWords.Written(schedule.Rhythm),
            Days = schedule.Days.ToString(),
            Zone = schedule.Zone.Id,
            Quiet = schedule.Quiet?.ToString(),
            Late = schedule.Grace == DigestReach.Grace ? null : SpanWords.Written(schedule.Grace),
            Cap = news?.Cap,
            Gather = news is null ? null : SpanWords.Written(news.Window),
            Size = ReadingSizes.Word(schedule.Order.Size),
            Language = schedule.Order.Language?.Name,
            Topics = Joined(schedule.Order.Scope.Topics, ','),
            Feeds = Joined(schedule.Order.Scope.Feeds, ' '),
            Thread = schedule.Order.IsThreaded ? true : null,
            Paused = digest.IsPaused,
            Channel = digest.Destination.Topic,
        };
    }

    /// <returns>The schedule, or what is wrong with the digest.</returns>
    public static (DigestSchedule? Schedule, ImportProblem? Problem) Unpack(PackedDigest packed, Destination place)
    {
        var usual = new DigestOptions();
        var options = new DigestOptions
        {
            Name = packed.Name ?? "",
            At = packed.At ?? "",
            Every = packed.Every ?? "",
            Days = packed.Days ?? usual.Days,
            Zone = packed.Zone ?? "",
            Quiet = packed.Quiet ?? "",
            Late = packed.Late ?? usual.Late,
            Cap = packed.Cap ?? usual.Cap,
            Gather = packed.Gather ?? usual.Gather,
            Size = packed.Size ?? usual.Size,
            Language = packed.Language ?? "",
            Topics = packed.Topics ?? "",
            Feeds = packed.Feeds ?? "",
            Thread = packed.Thread ?? usual.Thread,
            Destination = place.ToString(),
        };
        var wrong = options.Validate(new ValidationContext(options)).FirstOrDefault()?.MemberNames.First();
        // A name with a mark in it could not be typed.
        wrong ??= options.Name.Contains('"', StringComparison.Ordinal) ? nameof(options.Name) : null;
        // A secret would be kept and shown.
        wrong ??= options.Feeds.Split(' ').Any(GivenAddress.HasUserInfo) ? nameof(options.Feeds) : null;
        return wrong is null
            ? (options.ToSchedule(), null)
            : (null, new ImportProblem.Digest(options.Name.Trim(), wrong.ToLowerInvariant(), ValueOf(options, wrong)));
    }

    /// <summary>Whether importing it would change nothing.</summary>
    public static bool IsSame(PlannedDigest there, DigestSchedule wanted, bool isPaused) =>
        there.IsPaused == isPaused && there.Schedule with { QuietAround = null } == wanted with { QuietAround = null };

    private static string? Joined(IReadOnlyList<string> names, char mark) =>
        names.Count == 0 ? null : string.Join(mark, names);

    private static string ValueOf(DigestOptions options, string field) =>
        field == nameof(options.Feeds)
            ? string.Join(' ', options.Feeds.Split(' ').Select(GivenAddress.Sayable))
            : $"{typeof(DigestOptions).GetProperty(field)?.GetValue(options)}";
}
