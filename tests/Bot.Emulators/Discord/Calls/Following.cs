using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Calls;

/// <summary>What comes after the first answer. https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages</summary>
internal static class Following
{
    private const int Reply = 19;

    public static ApiAnswer Up(ApiCall call)
    {
        var interaction = Open(call);
        Answering.Check(call, call.Form, "");
        if (MessageRules.IsEmpty(call.Form, call.Files.Count))
            throw Refused.Empty();
        if (interaction.Original is { IsLoading: true, IsDeleted: false } promised)
        {
            // The platform does so for old bots' sake.
            call.Breaks("", "follows up what is still deferred; edit the original instead");
            Writing.Edit(call, promised, call.Form);
            return ApiAnswer.Of(MessageJson.Of(promised));
        }

        var message = Answering.Write(call, interaction, call.Form);
        message.Type = Reply;
        interaction.Follow(message);
        call.Realm.Bell.Ring();
        return ApiAnswer.Of(MessageJson.Of(message));
    }

    public static ApiAnswer GetOriginal(ApiCall call) => ApiAnswer.Of(MessageJson.Of(Original(call)));

    public static ApiAnswer EditOriginal(ApiCall call) => Edited(call, Original(call));

    public static ApiAnswer DeleteOriginal(ApiCall call) => Deleted(call, Original(call));

    public static ApiAnswer Get(ApiCall call) => ApiAnswer.Of(MessageJson.Of(Later(call)));

    public static ApiAnswer Edit(ApiCall call) => Edited(call, Later(call));

    public static ApiAnswer Delete(ApiCall call) => Deleted(call, Later(call));

    private static ApiAnswer Edited(ApiCall call, Message message)
    {
        Answering.Check(call, call.Form, "");
        Writing.Edit(call, message, call.Form);
        return ApiAnswer.Of(MessageJson.Of(message));
    }

    private static ApiAnswer Deleted(ApiCall call, Message message)
    {
        message.IsDeleted = true;
        call.Realm.Bell.Ring();
        return ApiAnswer.Nothing;
    }

    private static Message Original(ApiCall call) => Alive(Open(call).Original);

    private static Message Later(ApiCall call)
    {
        var interaction = Open(call);
        var id = call.Id("message_id");
        return Alive(interaction.FollowUps.Append(interaction.Original).FirstOrDefault(m => m?.Id == id));
    }

    private static Message Alive(Message? message) =>
        message is { IsDeleted: false } ? message : throw Refused.UnknownMessage();

    /// <summary>The interaction whose token it is, if it was answered and is not too old.</summary>
    private static Interaction Open(ApiCall call)
    {
        var interaction = call.Realm.FindInteraction(call.Name("webhook_token"));
        if (interaction is null || $"{interaction.Bot.Id}" != call.Name("webhook_id"))
            throw Refused.UnknownWebhook();
        if (interaction.IsOver)
        {
            call.Breaks("", $"the interaction was {call.Realm.Now - interaction.At} old");
            throw new Refused(401, 50027, "Invalid Webhook Token");
        }

        if (interaction.AcknowledgedAfter is not null)
            return interaction;
        call.Breaks("", "the interaction was not answered yet");
        throw Refused.UnknownWebhook();
    }
}
