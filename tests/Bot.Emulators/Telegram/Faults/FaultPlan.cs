using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Calls;

namespace Bot.Emulators.Telegram.Faults;

/// <summary>Which faults come next on the way between bots and the platform.</summary>
public sealed class FaultPlan : FaultOrders<Fault>
{
    /// <param name="method">"*" for any.</param>
    /// <param name="chat">Null for any.</param>
    /// <param name="after">So many such calls pass first.</param>
    public void Add(string method, Fault fault, Chat? chat = null, int times = 1, int after = 0) =>
        Add(method, fault, chat?.Id, times, after);

    private protected override bool IsSeen(string method) => MethodTable.Seen.Contains(method);
}
