using System.Globalization;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>How digests and their places are spoken of, and the commands that change them.</summary>
internal sealed class DigestWords(PlaceBook places, TimeProvider time)
{
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
    ) => ScheduleWords.Comes(schedule, await WhereAsync(schedule.Destination, asked, edition, cancellation), edition);

    /// <summary>"Next: Mon 30 Nov 07:30 (06:30 UTC) · Tue 1 Dec 07:30"</summary>
    public IReadOnlyList<Inline> Next(DigestSchedule schedule, Edition edition) =>
        ScheduleWords.Next(schedule, time.GetUtcNow(), edition);

    /// <summary>A command about one digest, as a button carries it for months.</summary>
    public static string Command(string wish, PlannedDigest digest, Destination asked) =>
        $"/digest {wish} name:\"{digest.Name}\"{PlaceMeant.Option(digest.Destination, asked)}";

    /// <summary>The command that plans it.</summary>
    public static string Add(DigestSchedule schedule, Destination asked)
    {
        var command = new StringBuilder("/digest add ");
        command.Append(
            RhythmWords.Written(schedule.Rhythm) is { } every ? $"every:{every}" : $"at:{schedule.Rhythm.Terms}"
        );
        command.Append(
            CultureInfo.InvariantCulture,
            $" zone:{schedule.Zone.Id} days:{schedule.Days} size:{ReadingSizes.Word(schedule.Order.Size)}"
        );
        if (schedule.Quiet is { } quiet)
            command.Append(CultureInfo.InvariantCulture, $" quiet:{quiet}");
        if (schedule.Grace != DigestReach.Grace)
            command.Append(CultureInfo.InvariantCulture, $" late:{SpanWords.Written(schedule.Grace)}");
        if (schedule.Rhythm is Rhythm.AsNews { Rule: var rule } && rule != GatherRule.Usual)
            command.Append(CultureInfo.InvariantCulture, $" cap:{rule.Cap} gather:{SpanWords.Written(rule.Window)}");
        if (schedule.Order.Language is { } language)
            command.Append(CultureInfo.InvariantCulture, $" lang:{language.Name}");
        if (schedule.Order.IsThreaded)
            command.Append(CultureInfo.InvariantCulture, $" {DigestWishes.Thread}:{DigestWishes.Threaded}");
        if (schedule.Order.Scope.Topics is { Count: > 0 } topics)
            command.Append(CultureInfo.InvariantCulture, $" {DigestScopeReader.Topics}:\"{string.Join(',', topics)}\"");
        // An address may have a comma in it, and never a blank.
        if (schedule.Order.Scope.Feeds is { Count: > 0 } feeds)
            command.Append(CultureInfo.InvariantCulture, $" {DigestScopeReader.Feeds}:\"{string.Join(' ', feeds)}\"");
        return $"{command} name:\"{schedule.Name}\"{PlaceMeant.Option(schedule.Destination, asked)}";
    }

    public static ReplyButton Preview(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.preview"), Command("preview", digest, asked));

    /// <summary>A form is about the place where it is opened.</summary>
    public static ReplyButton Change(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.change"), Command("edit", digest, asked), IsInPlace: true)
        {
            Form = digest.Destination == asked ? "digest edit" : null,
        };

    public static ReplyButton Pause(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.pause"), Command("pause", digest, asked), IsInPlace: true);

    public static ReplyButton Resume(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.resume"), Command("resume", digest, asked), IsInPlace: true);

    public static ReplyButton Remove(PlannedDigest digest, Destination asked, Edition edition) =>
        new(edition.Say("button.remove"), Command("remove", digest, asked), IsInPlace: true);
}
