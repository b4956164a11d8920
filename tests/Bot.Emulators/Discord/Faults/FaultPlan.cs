using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Calls;

namespace Bot.Emulators.Discord.Faults;

/// <summary>Which faults come next on the way between bots and the platform.</summary>
public sealed class FaultPlan : FaultOrders<Fault>
{
    /// <param name="route">As "POST /channels/{channel_id}/messages"; "*" for any.</param>
    /// <param name="channel">Null for any.</param>
    /// <param name="after">So many such calls pass first.</param>
    public void Add(string route, Fault fault, Channel? channel = null, int times = 1, int after = 0) =>
        Add(route, fault, channel?.Id, times, after);

    private protected override bool IsSeen(string method) => RouteTable.Seen.Contains(method);
}
