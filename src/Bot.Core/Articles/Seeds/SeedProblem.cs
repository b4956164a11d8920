namespace Bot.Core.Articles.Seeds;

/// <summary>Something that kept a seed, or a part of it, from being read.</summary>
/// <param name="Path">Within the folder; empty where it is about the folder.</param>
/// <param name="Sentence">Names the file and says what to do.</param>
public sealed record SeedProblem(string Path, string Sentence);
