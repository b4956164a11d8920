using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Specifications;

namespace Bot.Emulators.Discord;

/// <summary>Holds requests and answers against the official description.</summary>
/// <param name="description">Null where it is not at hand.</param>
internal sealed class Proofreader(ApiDescription? description) : Proofs
{
    public void Read(string method, string path, string name, JsonNode? body)
    {
        if (description is null)
            return;
        foreach (var misfit in description.Requests(method, path, body))
            Refuse(new Refusal(name, misfit.Path, misfit.Sentence));
    }

    public void ReadAnswer(string method, string path, string name, int status, JsonNode? body)
    {
        if (description is null)
            return;
        foreach (var misfit in description.Answers(method, path, status, body))
            Misprint($"{name}: {misfit.Path}", misfit.Sentence);
    }
}
