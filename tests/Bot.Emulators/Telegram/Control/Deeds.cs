using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Control;

/// <summary>What people do, by the name of the deed: POST /control/NAME with its fields as JSON.</summary>
internal static class Deeds
{
    public static readonly IReadOnlyDictionary<string, Func<Order, JsonNode?>> All = new Dictionary<
        string,
        Func<Order, JsonNode?>
    >(StringComparer.Ordinal)
    {
        ["bot"] = o =>
            Id(
                o.Emulator.AddBot(
                    o.Text("token"),
                    o.FindText("username") ?? "byline_bot",
                    o.FindText("name") ?? "Byline",
                    o.Flag("privacy", otherwise: true)
                ).Id
            ),
        ["person"] = o => Id(o.Emulator.AddPerson(o.Text("name"), o.FindText("language"), o.FindText("username")).Id),
        ["chat"] = o => Id(Chat(o).Id),
        ["topic"] = o => Id(o.Chat().AddTopic(o.Text("name")).Id),
        ["topic/close"] = o => Done(() => o.Topic()?.Close()),
        ["topic/reopen"] = o => Done(() => o.Topic()?.Reopen()),
        ["topic/delete"] = o => Done(() => o.Topic()?.Delete()),
        ["starts"] = o => Id(o.Person().Starts(o.Bot(), o.FindText("payload") ?? "").Id),
        ["says"] = o => Id(o.Person().Says(o.Chat(), o.Text("text"), o.Topic(), o.FindMessage("reply_to")).Id),
        ["says/anonymously"] = o => Id(o.Person().SaysAnonymously(o.Chat(), o.Text("text"), o.Topic()).Id),
        ["posts"] = o => Id(o.Person().PostsIn(o.Chat(), o.Text("text"), o.FindText("signature")).Id),
        ["forwards"] = o => Id(o.Person().Forwards(o.Message(), o.Chat("to")).Id),
        ["edits"] = o => Id(o.Person().Edits(o.Message(), o.Text("text")).Id),
        ["deletes"] = o => Done(() => o.Person().Deletes(o.Message())),
        ["presses"] = o => new JsonObject { ["id"] = o.Person().Presses(o.Message(), o.Text("label")).Id },
        ["adds"] = o => Done(() => o.Person().Adds(o.Account("who"), o.Chat())),
        ["removes"] = o => Done(() => o.Person().Removes(o.Account("who"), o.Chat())),
        ["promotes"] = o => Done(() => o.Person().Promotes(o.Account("who"), o.Chat(), Rights(o))),
        ["demotes"] = o => Done(() => o.Person().Demotes(o.Account("who"), o.Chat())),
        ["restricts"] = o => Done(() => o.Person().Restricts(o.Account("who"), o.Chat())),
        ["blocks"] = o => Done(() => o.Person().Blocks(o.Bot())),
        ["unblocks"] = o => Done(() => o.Person().Unblocks(o.Bot())),
        ["deactivate"] = o => Done(() => o.Person().IsDeactivated = true),
        ["upgrade"] = o => Id(o.Chat().UpgradeToSupergroup().Id),
        ["link"] = o => Done(() => o.Chat().LinkTo(o.Chat("group"))),
        ["fault"] = o => Done(() => FaultOrder.Add(o)),
        ["malformed-update"] = o => Done(o.Bot().IsSentMalformedUpdate),
    };

    private static Chat Chat(Order order) =>
        order.Text("kind") switch
        {
            "private" => order.Person().PrivateChatWith(order.Bot()),
            "group" => order.Emulator.AddGroup(order.Text("title"), order.Person()),
            "supergroup" => order.Emulator.AddSupergroup(
                order.Text("title"),
                order.Person(),
                username: order.FindText("username")
            ),
            "forum" => order.Emulator.AddSupergroup(order.Text("title"), order.Person(), isForum: true),
            "channel" => order.Emulator.AddChannel(order.Text("title"), order.Person(), order.FindText("username")),
            var kind => throw new UnknownOrderException($"\"{kind}\" is no kind of chat."),
        };

    private static AdminRights Rights(Order order) =>
        order.FindText("rights") is not { } names ? AdminRights.All
        : Enum.TryParse<AdminRights>(names, ignoreCase: true, out var rights) ? rights
        : throw new UnknownOrderException($"\"{names}\" are no rights; there are: {AdminRights.All}.");

    private static JsonObject Id(long id) => new() { ["id"] = id };

    private static JsonNode? Done(Action deed)
    {
        deed();
        return null;
    }
}
