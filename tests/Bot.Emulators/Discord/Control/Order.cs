using System.Globalization;
using System.Text.Json;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Control;

/// <summary>What a client of another language asks for. Numbers of things are text, as everywhere on this platform.</summary>
internal sealed class Order(DiscordEmulator emulator, Realm realm, JsonElement json) : OrderFields(json)
{
    public DiscordEmulator Emulator => emulator;

    public Person Person(string name = "person") =>
        realm.FindAccount(Id(name)) as Person ?? throw new UnknownOrderException($"\"{name}\" is no person.");

    /// <summary>The bot that is named, else the first.</summary>
    public BotAccount Bot() =>
        FindText("bot") is null
            ? realm.Bots.FirstOrDefault() ?? throw new UnknownOrderException("There is no bot.")
            : realm.FindAccount(Id("bot")) as BotAccount ?? throw new UnknownOrderException("\"bot\" is no bot.");

    public Guild Guild() =>
        realm.FindGuild(Id("guild")) ?? throw new UnknownOrderException("\"guild\" is no server's number.");

    public Channel Channel() =>
        realm.FindChannel(Id("channel")) ?? throw new UnknownOrderException("\"channel\" is no channel's number.");

    public Channel? FindChannel() => FindText("channel") is null ? null : Channel();

    public Message Message() =>
        Channel().FindMessage(Id("message")) ?? throw new UnknownOrderException("\"message\" is no message there.");

    public Interaction Interaction()
    {
        var id = Id("interaction");
        return realm.Interactions.FirstOrDefault(i => i.Id == id)
            ?? throw new UnknownOrderException("\"interaction\" is no interaction.");
    }

    public Permissions Permissions(string name) =>
        FindText(name) is not { } names ? Discord.Permissions.None
        : Enum.TryParse<Permissions>(names, ignoreCase: true, out var permissions) ? permissions
        : throw new UnknownOrderException($"\"{names}\" are no permissions; there are: {Discord.Permissions.All}.");

    /// <summary>The fields of an object, as "options" or "values"; a number that is a channel's is that channel.</summary>
    public (string Name, object Value)[] Pairs(string name) =>
        Json.TryGetProperty(name, out var pairs)
            ? [.. pairs.EnumerateObject().Select(p => (p.Name, Value(p.Value)))]
            : [];

    public IReadOnlyList<string> Texts(string name) =>
        Json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString()!)] : [];

    private object Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
            _ => long.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var id)
            && realm.FindChannel(id) is { } channel
                ? channel
                : value.GetString()!,
        };

    private long Id(string name) =>
        long.TryParse(Text(name), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new UnknownOrderException($"\"{name}\" is no number.");
}
