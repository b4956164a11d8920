using Bot.Text.Spans;

namespace Bot.Text.Keywords;

/// <summary>A word or run of words in small letters that an article uses.</summary>
/// <param name="Shown">Where the article has it first.</param>
/// <param name="FirstSentence">Index of the sentence that has it first.</param>
internal record struct KeyPhrase(KeyWord First, KeyWord? Second, KeyWord? Third, TextSpan Shown, int FirstSentence)
{
    public int Count { get; set; } = 1;

    /// <summary>In words, 1 to 3.</summary>
    public readonly int Length =>
        Third is not null ? 3
        : Second is not null ? 2
        : 1;

    /// <summary>Its last word, folded.</summary>
    public readonly string Head => (Third ?? Second ?? First).Folded;

    /// <summary>Folded, so that "guarantee" and "guarantees" are one.</summary>
    public readonly HashSet<string> Words() =>
        [.. new[] { First, Second, Third }.OfType<KeyWord>().Select(w => w.Folded)];
}
