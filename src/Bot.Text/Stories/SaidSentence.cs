namespace Bot.Text.Stories;

/// <summary>A sentence of an earlier article.</summary>
/// <param name="Print">The same for two sentences of the same words in the same order.</param>
/// <param name="Terms">Each once, in rising order.</param>
internal sealed record SaidSentence(uint Print, uint[] Terms);
