using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Telegram.Calls;
using Bot.Emulators.Telegram.Specifications;

namespace Bot.Emulators.Telegram;

/// <summary>
/// Writes down what is wrong: in requests, which is the bot's fault, and in what the emulator says itself, which is ours.
/// </summary>
/// <param name="check">Null where the official description is not at hand.</param>
internal sealed class Proofreader(RequestCheck? check)
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

    public void Read(ApiCall call, JsonElement? json) => check?.Check(call, json);

    public void ReadAnswer(string method, JsonNode result)
    {
        if (check is not null)
            Note(check.Misprints(method, JsonSerializer.SerializeToElement(result)));
    }

    public void ReadUpdate(JsonNode update)
    {
        if (check is not null)
            Note(check.MisprintsIn("Update", JsonSerializer.SerializeToElement(update)));
    }

    private void Note(IEnumerable<Misfit> misfits)
    {
        foreach (var misfit in misfits)
            Misprint(misfit.Path, misfit.Sentence);
    }
}
