namespace Bot.Text.Cues;

internal enum CueStrength
{
    /// <summary>"said", "told": speech by itself.</summary>
    Sure,

    /// <summary>"called", "smiled", "report": speech where the sentence is built that way.</summary>
    Loose,

    /// <summary>"thought", "wanted", "showed": mostly what somebody else says of the subject.</summary>
    Faint,
}

/// <summary>A verb of speech, thought or writing that may introduce a quotation.</summary>
/// <param name="Particles">Words of which one must follow: "go" is speech in "went on" alone.</param>
internal sealed record SpeechVerb(string Lemma, CueStrength Strength, string[] Particles);
