using Bot.Text.Spans;

namespace Bot.Text.Keywords;

/// <summary>A word or run of words in small letters that an article uses.</summary>
/// <param name="shown">Where the article has it first.</param>
/// <param name="firstSentence">Index of the sentence that has it first.</param>
internal sealed class KeyPhrase(KeyWord first, KeyWord? second, KeyWord? third, TextSpan shown, int firstSentence)
{
    public int Count { get; set; } = 1;

    public TextSpan Shown => shown;

    public int FirstSentence => firstSentence;

    /// <summary>In words, 1 to 3.</summary>
    public int Length =>
        third is not null ? 3
        : second is not null ? 2
        : 1;

    /// <summary>Its last word, folded.</summary>
    public string Head => (third ?? second ?? first).Folded;

    /// <summary>Folded, so that "guarantee" and "guarantees" are one.</summary>
    public HashSet<string> Words() => [.. new[] { first, second, third }.OfType<KeyWord>().Select(w => w.Folded)];
}
