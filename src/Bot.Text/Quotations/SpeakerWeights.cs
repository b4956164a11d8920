using Bot.Text.Learning;

namespace Bot.Text.Quotations;

/// <summary>What was learned of who speaks; made by <c>Bot.Text.Training</c>.</summary>
internal sealed record SpeakerWeights(Weights Speakers, Weights Pronouns)
{
    private static readonly Lazy<SpeakerWeights> Loaded = new(() =>
        new SpeakerWeights(Weights.Load("speakers.weights.br"), Weights.Load("pronouns.weights.br"))
    );

    public static SpeakerWeights Shipped => Loaded.Value;
}
