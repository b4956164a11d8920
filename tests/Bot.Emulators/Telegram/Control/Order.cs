using System.Text.Json;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Control;

/// <summary>What a client of another language asks for: the fields of a JSON object.</summary>
internal sealed class Order(TelegramEmulator emulator, Town town, JsonElement json) : OrderFields(json)
{
    public TelegramEmulator Emulator => emulator;

    public Person Person(string name = "person") =>
        Account(name) as Person ?? throw new UnknownOrderException($"\"{name}\" is no person.");

    public Account Account(string name) =>
        town.FindAccount(Required(name)) ?? throw new UnknownOrderException($"\"{name}\" is nobody's number.");

    /// <summary>The bot that is named, else the first.</summary>
    public BotAccount Bot() =>
        Number("bot") is null
            ? town.Bots.FirstOrDefault() ?? throw new UnknownOrderException("There is no bot.")
            : Account("bot") as BotAccount ?? throw new UnknownOrderException("\"bot\" is no bot.");

    public Chat Chat(string name = "chat") =>
        FindChat(name) ?? throw new UnknownOrderException($"\"{name}\" is no chat's number.");

    public Chat? FindChat(string name = "chat") =>
        Number(name) is { } id
            ? town.FindChat(Bot(), id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : null;

    public Message Message(string name = "message") =>
        Chat().FindMessage(Required(name)) ?? throw new UnknownOrderException($"\"{name}\" is no message there.");

    public Message? FindMessage(string name) => Number(name) is null ? null : Message(name);

    public Topic? Topic() =>
        Number("topic") is not { } id ? null
        : id == Telegram.Topic.GeneralId ? Chat().General
        : Chat().FindTopic(id) ?? throw new UnknownOrderException("\"topic\" is no topic there.");
}
