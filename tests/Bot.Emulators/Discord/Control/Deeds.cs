using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Faults;

namespace Bot.Emulators.Discord.Control;

/// <summary>What people and the platform do, by the name of the deed: POST /control/NAME with its fields as JSON.</summary>
internal static class Deeds
{
    public static readonly IReadOnlyDictionary<string, Func<Order, JsonNode?>> All = new Dictionary<
        string,
        Func<Order, JsonNode?>
    >(StringComparer.Ordinal)
    {
        ["bot"] = o => Id(o.Emulator.AddBot(o.Text("token"), o.FindText("name") ?? "Byline").Id),
        ["person"] = o => Id(o.Emulator.AddPerson(o.Text("name"), o.FindText("locale") ?? "en-US").Id),
        ["guild"] = o =>
            Id(o.Emulator.AddGuild(o.Text("name"), o.Person(), o.FindText("locale") ?? "en-US", o.Bot()).Id),
        ["guilds"] = Guilds,
        ["channel"] = o => Id(Channel(o).Id),
        ["tags"] = o => new JsonObject(o.Channel().Tags.Select(t => KeyValuePair.Create(t.Name, (JsonNode?)$"{t.Id}"))),
        ["joins"] = o => Done(() => o.Guild().Joins(o.Person())),
        ["invites"] = o => Done(() => o.Guild().Invites(o.Bot(), o.Permissions("permissions"))),
        ["removes"] = o => Done(() => o.Guild().Removes(o.Bot())),
        ["overwrite"] = o => Done(() => o.Channel().Overwrite(o.Bot(), o.Permissions("allow"), o.Permissions("deny"))),
        ["deletes"] = o => Done(o.Channel().Delete),
        ["archives"] = o => Done(() => o.Channel().Archive(o.Flag("locked"))),
        ["says"] = o => Id(o.Person().Says(o.Channel(), o.Text("text")).Id),
        ["uses"] = o => Happened(o.Person().UsesCommand(o.Channel(), o.Text("command"), o.Pairs("options"))),
        ["uses/message"] = o => Happened(o.Person().UsesMessageCommand(o.Message(), o.Text("command"))),
        ["types"] = o =>
            Happened(
                o.Person().Types(o.Channel(), o.Text("command"), o.Text("option"), o.Text("text"), o.Pairs("options"))
            ),
        ["presses"] = o => Happened(o.Person().Presses(o.Message(), o.Text("label"))),
        ["chooses"] = o => Happened(o.Person().Chooses(o.Message(), o.Texts("labels"))),
        ["submits"] = o =>
            Happened(
                o.Person()
                    .Submits(
                        o.Interaction().Modal ?? throw new UnknownOrderException("It opened no modal."),
                        [.. o.Pairs("values").Select(p => (p.Name, $"{p.Value}"))]
                    )
            ),
        ["fault"] = o =>
            Done(() =>
                o.Emulator.Faults.Add(
                    o.FindText("route") ?? "*",
                    Fault(o),
                    o.FindChannel(),
                    (int)(o.Number("times") ?? 1)
                )
            ),
        ["gateway"] = o => Done(() => Gateway(o)),
    };

    private static Channel Channel(Order order) =>
        order.Text("kind") switch
        {
            "text" => order.Guild().AddTextChannel(order.Text("name")),
            "announcement" => order.Guild().AddAnnouncementChannel(order.Text("name")),
            "forum" => order.Guild().AddForum(order.Text("name"), order.Flag("requires_tag"), order.Texts("tags")),
            "thread" => order.Guild().AddThread(order.Channel(), order.Text("name")),
            "direct" => order.Person().DirectMessagesWith(order.Bot()),
            var kind => throw new UnknownOrderException($"\"{kind}\" is no kind of channel."),
        };

    /// <summary>Names the first channel of each.</summary>
    private static JsonObject Guilds(Order order)
    {
        var guilds = order.Emulator.AddGuilds(
            (int)(order.Number("count") ?? 1),
            order.Person(),
            (int)(order.Number("channels") ?? 1),
            (int)(order.Number("roles") ?? 0)
        );
        return new JsonObject { ["channels"] = guilds.Select(g => JsonValue.Create($"{g.Channels[0].Id}")).ToJson() };
    }

    private static Fault Fault(Order order) =>
        order.Text("kind") switch
        {
            "limited" => new Fault.Limited(order.Seconds(), order.FindText("scope") ?? "user"),
            "server-error" => new Fault.ServerError((int)(order.Number("status") ?? 500), order.Flag("page")),
            "lost-request" => new Fault.LostRequest(),
            "lost-answer" => new Fault.LostAnswer(),
            "never-answered" => new Fault.NeverAnswered(),
            "slow" => new Fault.Slow(order.Seconds()),
            "broken-json" => new Fault.BrokenJson(),
            "refuses" => new Fault.Refuses(
                (int)(order.Number("status") ?? 403),
                (int)(order.Number("code") ?? 50013),
                order.FindText("message") ?? "Missing Permissions"
            ),
            "channel-gone" => new Fault.ChannelGone(),
            "removed" => new Fault.Removed(),
            var kind => throw new UnknownOrderException($"\"{kind}\" is no kind of fault."),
        };

    private static void Gateway(Order order)
    {
        var gateway = order.Bot().Gateway;
        switch (order.Text("does"))
        {
            case "cuts":
                gateway.CutsSockets(order.Flag("mid_frame"));
                break;
            case "closes":
                gateway.Closes((int)(order.Number("code") ?? 4000));
                break;
            case "closes-next":
                gateway.ClosesNext((int)(order.Number("code") ?? 4000), (int)(order.Number("times") ?? 1));
                break;
            case "reconnect":
                gateway.AsksToReconnect();
                break;
            case "invalidates":
                gateway.Invalidates(order.Flag("resumable"));
                break;
            case "heartbeat":
                gateway.AsksForHeartbeat();
                break;
            case "silence":
                gateway.FallsSilent();
                break;
            case "speaks":
                gateway.Speaks();
                break;
            case "forgets":
                gateway.Forget();
                break;
            case var deed:
                throw new UnknownOrderException($"\"{deed}\" is nothing that a gateway does.");
        }
    }

    private static JsonObject Id(long id) => new() { ["id"] = $"{id}" };

    private static JsonObject Happened(Interaction interaction) =>
        new() { ["id"] = $"{interaction.Id}", ["delivered"] = interaction.WasDelivered };

    private static JsonNode? Done(Action deed)
    {
        deed();
        return null;
    }
}
