using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Calls;
using Bot.Emulators.Telegram.Specifications;

namespace Bot.Emulators.Telegram;

/// <summary>Holds requests, answers and updates against the official description.</summary>
/// <param name="check">Null where the official description is not at hand.</param>
internal sealed class Proofreader(RequestCheck? check) : Proofs
{
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
