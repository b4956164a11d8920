namespace Bot.Text.Cues;

internal enum CueStrength
{
    /// <summary>"said", "told": speech by itself.</summary>
    Sure,

    /// <summary>"called", "smiled", "report": speech where the sentence is built that way.</summary>
    Loose,
}

/// <summary>A verb of speech, thought or writing that may introduce a quotation.</summary>
internal sealed record SpeechVerb(string Lemma, CueStrength Strength);
