using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Calls;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord;

/// <summary>Somebody with a client. What they do, the bot is told by the gateway.</summary>
public sealed class Person : Account
{
    internal Person(Realm realm, long id, string name)
        : base(realm, id, name) { }

    /// <summary>The language of the person's own client.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Whether bots may write to them first.</summary>
    public bool TakesDirectMessages { get; set; } = true;

    public override bool IsBot => false;

    public Channel DirectMessagesWith(BotAccount bot)
    {
        lock (Realm.Gate)
            return Realm.DirectChannel(this, bot);
    }

    /// <summary>Writes a message. Bots are not told of it: that would need more intents than news does.</summary>
    public Message Says(Channel channel, string text)
    {
        lock (Realm.Gate)
        {
            var message = new Message(channel, Realm.NextId(), this, Realm.Now) { Content = text };
            channel.Add(message);
            return message;
        }
    }

    /// <summary>Uses a command once it is registered: "digest add" names a command in a command.</summary>
    /// <exception cref="InvalidOperationException">When the person's client would not let them.</exception>
    public async Task<Interaction> UsesCommandAsync(
        Channel channel,
        string command,
        CancellationToken cancellation,
        params (string Name, object Value)[] options
    )
    {
        await Realm.WaitForAsync(
            () => FindCommand(channel, CommandKind.ChatInput, command.Split(' ')[0]) is null ? null : this,
            () => $"/{command} was not registered.",
            cancellation
        );
        return UsesCommand(channel, command, options);
    }

    /// <summary>Uses a command that is registered.</summary>
    /// <exception cref="InvalidOperationException">When the person's client would not let them.</exception>
    public Interaction UsesCommand(Channel channel, string command, params (string Name, object Value)[] options)
    {
        lock (Realm.Gate)
        {
            var (bot, registered) = Allowed(channel, CommandKind.ChatInput, command.Split(' ')[0]);
            var call = new CommandCall(this, channel, registered, command, options, Focused: null);
            return Happens(InteractionKind.Command, bot, channel, call.Asked, CommandJson.Of(call));
        }
    }

    /// <summary>Has typed so much of an option that offers choices.</summary>
    public Interaction Types(
        Channel channel,
        string command,
        string option,
        string text,
        params (string Name, object Value)[] others
    )
    {
        lock (Realm.Gate)
        {
            var (bot, registered) = Allowed(channel, CommandKind.ChatInput, command.Split(' ')[0]);
            var call = new CommandCall(this, channel, registered, command, [.. others, (option, text)], option);
            return Happens(InteractionKind.Autocomplete, bot, channel, call.Asked, CommandJson.Of(call));
        }
    }

    /// <summary>Uses a command from the menu of a message.</summary>
    public Interaction UsesMessageCommand(Message message, string command)
    {
        lock (Realm.Gate)
        {
            var (bot, registered) = Allowed(message.Channel, CommandKind.Message, command);
            var data = CommandJson.OfMessage(registered, message);
            return Happens(InteractionKind.Command, bot, message.Channel, $"{command} on a message", data);
        }
    }

    /// <summary>Presses a button by what stands on it.</summary>
    public Interaction Presses(Message message, string label)
    {
        lock (Realm.Gate)
        {
            var button =
                Components
                    .All(Seen(message).ComponentNodes)
                    .FirstOrDefault(c => Components.IsButton(c) && Components.Label(c) == label)
                ?? throw new InvalidOperationException($"There is no button \"{label}\" on:\n{message}");
            if (Components.Flag(button, "disabled") || Components.CustomId(button) is not { } id)
                throw new InvalidOperationException($"The button \"{label}\" sends nothing.");
            return Used(message, $"[{label}]", ComponentJson.Of(Components.Button, id));
        }
    }

    /// <summary>Chooses from the select that has these labels.</summary>
    public Interaction Chooses(Message message, params IReadOnlyList<string> labels)
    {
        lock (Realm.Gate)
        {
            foreach (var select in Components.All(Seen(message).ComponentNodes).Where(Components.IsSelect))
            {
                var options = (select["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
                var chosen = labels.Select(l => options.Find(o => Components.Label(o) == l)).OfType<JsonObject>();
                var values = chosen.Select(o => Components.Text(o, "value")!).ToList();
                if (values.Count == labels.Count && Components.CustomId(select) is { } id)
                    return Used(
                        message,
                        $"[{string.Join(", ", labels)}]",
                        ComponentJson.Of(Components.TypeOf(select), id, values)
                    );
            }

            throw new InvalidOperationException($"Nothing offers {string.Join(" and ", labels)} on:\n{message}");
        }
    }

    /// <summary>Fills in a form by the labels of its fields, and sends it.</summary>
    public Interaction Submits(Modal modal, params (string Label, string Value)[] values)
    {
        lock (Realm.Gate)
        {
            foreach (var (label, _) in values)
                if (!modal.Fields.Contains(label))
                    throw new InvalidOperationException($"\"{modal.Title}\" has no field \"{label}\".");
            var opener = modal.Opener;
            return Happens(
                InteractionKind.ModalSubmit,
                opener.Bot,
                opener.Channel,
                $"\"{modal.Title}\" filled in",
                ModalJson.OfSubmitted(modal, values),
                opener.Source
            );
        }
    }

    private Message Seen(Message message) =>
        message.IsDeleted ? throw new InvalidOperationException("The message was deleted.")
        : message.OnlyFor is { } other && other != this
            ? throw new InvalidOperationException($"{this} cannot see what only {other} sees.")
        : message;

    private Interaction Used(Message message, string asked, JsonObject data) =>
        Happens(
            InteractionKind.Component,
            (BotAccount)message.Author,
            message.Channel,
            $"{asked} under a message",
            data,
            message
        );

    private Interaction Happens(
        InteractionKind kind,
        BotAccount bot,
        Channel channel,
        string asked,
        JsonObject data,
        Message? source = null
    )
    {
        var interaction = new Interaction(Realm.NextId(), kind, bot, this, channel)
        {
            Asked = asked,
            Source = source,
            SourceEdits = source?.EditedCount ?? 0,
        };
        interaction.Payload = InteractionJson.Of(interaction, data);
        Realm.Add(interaction);
        interaction.WasDelivered = bot.Gateway.Dispatch(
            channel.Guild?.Id,
            "INTERACTION_CREATE",
            () => interaction.Payload
        );
        Realm.Bell.Ring();
        return interaction;
    }

    private (BotAccount Bot, AppCommand Command)? FindCommand(Channel channel, CommandKind kind, string name) =>
        Realm
            .Bots.Where(b => channel.Guild?.HasMember(b) ?? channel.WithBot == b)
            .Select(b => b.Book.Find(kind, name, channel.Guild?.Id) is { } command ? (b, command) : default)
            .FirstOrDefault(f => f.command is not null)
            is { command: not null } found
            ? found
            : null;

    private (BotAccount Bot, AppCommand Command) Allowed(Channel channel, CommandKind kind, string name)
    {
        var (bot, command) =
            FindCommand(channel, kind, name)
            ?? throw new InvalidOperationException($"There is no command \"{name}\" in {channel}.");
        var context = channel.Guild is null ? 1 : 0;
        if (command.Json["contexts"] is JsonArray contexts && contexts.All(c => (int?)c != context))
            throw new InvalidOperationException($"\"{name}\" is not meant for {channel}.");
        if (channel.Guild is null)
            return (bot, command);
        var mine = PermissionRules.In(channel, this);
        if (!mine.HasFlag(Permissions.UseApplicationCommands))
            throw new InvalidOperationException($"{this} may use no commands in {channel}.");
        if (
            Components.Text(command.Json, "default_member_permissions") is { } bits
            && long.TryParse(bits, System.Globalization.CultureInfo.InvariantCulture, out var needed)
            && !mine.HasFlag(Permissions.Administrator)
            && (needed == 0 || ((long)mine & needed) != needed)
        )
            throw new InvalidOperationException($"{this} may not use \"{name}\" in {channel}.");
        return (bot, command);
    }
}
