namespace Bot.Emulators.Desk;

/// <summary>
/// Writes down what is wrong: in requests, which is the bot's fault, and in what the emulator says itself, which is ours.
/// </summary>
internal abstract class Proofs
{
    private readonly Lock _gate = new();
    private readonly List<Refusal> _refusals = [];
    private readonly List<string> _misprints = [];

    public IReadOnlyList<Refusal> Refusals
    {
        get
        {
            lock (_gate)
                return [.. _refusals];
        }
    }

    public IReadOnlyList<string> Misprints
    {
        get
        {
            lock (_gate)
                return [.. _misprints];
        }
    }

    public void Refuse(Refusal refusal)
    {
        lock (_gate)
            _refusals.Add(refusal);
    }

    public void Misprint(string where, string sentence)
    {
        lock (_gate)
            _misprints.Add($"{where}: {sentence}");
    }
}
