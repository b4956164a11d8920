namespace Bot.Text.Stories;

/// <summary>One event's number within its stream, from 1 in the order in which events came up; never given twice.</summary>
public readonly record struct StoryId(int Number);
