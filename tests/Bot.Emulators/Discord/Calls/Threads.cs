using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/resources/channel#start-thread-without-message</summary>
internal static class Threads
{
    private const int LongestName = 100;
    private const int MostTags = 5;

    private static readonly int[] Durations = [60, 1440, 4320, 10080];

    public static ApiAnswer Start(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        return channel.Kind switch
        {
            ChannelKind.Forum => Post(call, channel),
            ChannelKind.Text or ChannelKind.Announcement => Bare(call, channel),
            _ => throw Refused.WrongChannelKind(),
        };
    }

    public static ApiAnswer FromMessage(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
            throw Refused.WrongChannelKind();
        Addressee.Need(call, channel, Permissions.CreatePublicThreads);
        var message = Addressee.Message(call, channel);
        CheckName(call);
        if (call.Realm.FindChannel(message.Id) is not null)
            throw new Refused(400, 160004, "A thread has already been created for this message");
        return Opened(call, Make(call, message.Id, channel, []));
    }

    /// <summary>Only threads can be changed: a bot that needs no more rights changes no channels.</summary>
    public static ApiAnswer Change(ApiCall call)
    {
        var thread = Addressee.Visible(call);
        if (!thread.IsThread || thread.Opener != call.Bot)
            Addressee.Need(call, thread, thread.IsThread ? Permissions.ManageThreads : Permissions.ManageChannels);
        if (!thread.IsThread)
            throw Refused.WrongChannelKind();
        if (call.Form["archived"] is not null)
            thread.IsArchived = Components.Flag(call.Form, "archived");
        if (call.Form["locked"] is not null)
        {
            Addressee.Need(call, thread, Permissions.ManageThreads);
            thread.IsLocked = Components.Flag(call.Form, "locked");
        }

        if (call.Form["name"] is not null)
        {
            CheckName(call);
            thread.Name = Components.Text(call.Form, "name")!;
        }

        var json = ChannelJson.Of(thread);
        call.Realm.Tell(thread, "THREAD_UPDATE", _ => json.DeepClone().AsObject());
        return ApiAnswer.Of(json);
    }

    private static ApiAnswer Post(ApiCall call, Channel forum)
    {
        Addressee.Need(call, forum, Permissions.SendMessages);
        var tags = Tags(call, forum);
        CheckName(call);
        if (call.Form["message"] is not JsonObject form)
        {
            var errors = new FormErrors(call);
            errors.Required("message");
            errors.ThrowIfAny();
            return ApiAnswer.Nothing;
        }

        Sending.Check(call, forum, form, call.Files.Count, "message");
        if (MessageRules.IsEmpty(form, call.Files.Count))
            throw Refused.Empty();
        if (forum.RequiresTag && tags.Count == 0)
            throw new Refused(400, 40067, "A tag is required to create a forum post in this channel");
        var thread = Make(call, call.Realm.NextId(), forum, tags);
        var message = Writing.Add(call, thread, form);
        var answer = Opened(call, thread);
        answer.Body!["message"] = MessageJson.Of(message);
        return answer;
    }

    private static ApiAnswer Bare(ApiCall call, Channel channel)
    {
        // Without a type it is a private thread: https://docs.discord.com/developers/resources/channel#start-thread-without-message
        var kind = (ChannelKind)(Components.Number(call.Form, "type") ?? (int)ChannelKind.PrivateThread);
        var isRight =
            channel.Kind == ChannelKind.Announcement
                ? kind is ChannelKind.AnnouncementThread
                : kind is ChannelKind.PublicThread or ChannelKind.PrivateThread;
        if (!isRight)
        {
            var errors = new FormErrors(call);
            errors.Add("type", "BASE_TYPE_CHOICES", $"{(int)kind} is no kind of thread in {channel}.");
            errors.ThrowIfAny();
        }

        Addressee.Need(
            call,
            channel,
            kind == ChannelKind.PrivateThread ? Permissions.CreatePrivateThreads : Permissions.CreatePublicThreads
        );
        CheckName(call);
        return Opened(call, Make(call, call.Realm.NextId(), channel, [], kind));
    }

    private static Channel Make(
        ApiCall call,
        long id,
        Channel parent,
        IReadOnlyList<ForumTag> tags,
        ChannelKind? wanted = null
    )
    {
        var usual = parent.Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread;
        var kind = wanted ?? usual;
        var minutes = Components.Number(call.Form, "auto_archive_duration") ?? Durations[1];
        var thread = new Channel(call.Realm, id, kind, Components.Text(call.Form, "name")!, parent.Guild, parent)
        {
            Opener = call.Bot,
            AppliedTags = tags,
            ArchivesAfter = TimeSpan.FromMinutes(minutes),
        };
        call.Realm.Add(thread);
        return thread;
    }

    private static ApiAnswer Opened(ApiCall call, Channel thread)
    {
        call.Realm.Tell(
            thread,
            "THREAD_CREATE",
            _ =>
            {
                var json = ChannelJson.Of(thread);
                json["newly_created"] = true;
                return json;
            }
        );
        return new ApiAnswer(201, ChannelJson.Of(thread));
    }

    private static List<ForumTag> Tags(ApiCall call, Channel forum)
    {
        var named = (call.Form["applied_tags"] as JsonArray ?? []).Select(t => (string?)t).ToList();
        var found = named.Select(n => forum.Tags.FirstOrDefault(t => $"{t.Id}" == n)).OfType<ForumTag>().ToList();
        if (found.Count == named.Count && named.Count <= MostTags)
            return found;
        var errors = new FormErrors(call);
        errors.Add("applied_tags", "INVALID_TAGS", "These are not tags of the forum, or more than five.");
        errors.ThrowIfAny();
        return [];
    }

    private static void CheckName(ApiCall call)
    {
        var errors = new FormErrors(call);
        if (call.Form["name"] is null)
            errors.Required("name");
        errors.Length(call.Form, "name", "", LongestName, least: 1);
        if (Components.Number(call.Form, "auto_archive_duration") is { } minutes && !Durations.Contains(minutes))
            errors.Add(
                "auto_archive_duration",
                "BASE_TYPE_CHOICES",
                $"Value must be one of {{{string.Join(", ", Durations)}}}."
            );
        errors.ThrowIfAny();
    }
}
