namespace Bot.Text.Training.Speakers;

/// <summary>A choice to learn from: the slots of each candidate's features, and which candidates are right.</summary>
internal sealed record Example(int[][] Candidates, bool[] IsRight);
