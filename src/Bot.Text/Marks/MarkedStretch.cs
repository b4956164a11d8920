using Bot.Text.Spans;

namespace Bot.Text.Marks;

/// <summary>A stretch between one pair of quotation marks.</summary>
/// <param name="Inner">What stands between the marks, the marks outside.</param>
/// <param name="Depth">0 for an outermost stretch, 1 for one inside it.</param>
/// <param name="IsClosed">False where the paragraph ends before a closing mark, as in speech that the next paragraph goes on with.</param>
public readonly record struct MarkedStretch(TextSpan Inner, int Depth, bool IsClosed);
