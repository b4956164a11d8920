namespace Bot.Text.Cues;

/// <summary>What a small word does in a sentence. One form may do several things.</summary>
[Flags]
internal enum WordClasses
{
    None = 0,
    Determiner = 1,
    Possessive = 2,
    Preposition = 4,
    Conjunction = 8,
    Subordinator = 16,
    Auxiliary = 32,
    Be = 64,
    Adverb = 128,
    Time = 256,
    SubjectPronoun = 512,
    ObjectPronoun = 1024,
    Relative = 2048,

    /// <summary>"’s", or the bare apostrophe of a plural's possessive.</summary>
    Ending = 4096,
}

internal enum VerbForm
{
    None,
    Base,
    Third,
    Past,
    Gerund,
}

/// <summary>A word as the lexicon knows it.</summary>
internal readonly record struct Lexeme(WordClasses Classes, SpeechVerb? Verb, VerbForm Form)
{
    public bool Is(WordClasses classes) => (Classes & classes) != WordClasses.None;
}
