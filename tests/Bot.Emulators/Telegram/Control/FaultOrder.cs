using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Faults;

namespace Bot.Emulators.Telegram.Control;

internal static class FaultOrder
{
    public static void Add(Order order) =>
        order.Emulator.Faults.Add(
            order.FindText("method") ?? "*",
            Fault(order),
            order.FindChat(),
            (int)(order.Number("times") ?? 1)
        );

    private static Fault Fault(Order order) =>
        order.Text("kind") switch
        {
            "flood" => new Fault.Flood(order.Seconds()),
            "server-error" => new Fault.ServerError((int)(order.Number("status") ?? 500), order.Flag("page")),
            "lost-request" => new Fault.LostRequest(),
            "lost-answer" => new Fault.LostAnswer(),
            "never-answered" => new Fault.NeverAnswered(),
            "slow" => new Fault.Slow(order.Seconds()),
            "broken-json" => new Fault.BrokenJson(),
            "moved" => new Fault.Moved(),
            "kicked" => new Fault.Kicked(),
            "topic-gone" => new Fault.TopicGone(),
            "malformed-update" => new Fault.MalformedUpdate(),
            "unauthorized" => new Fault.Unauthorized(),
            var kind => throw new UnknownOrderException($"\"{kind}\" is no kind of fault."),
        };
}
