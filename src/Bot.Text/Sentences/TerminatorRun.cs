namespace Bot.Text.Sentences;

/// <summary>The marks that stand together at one place: ".", "?!", "…", ". . . .".</summary>
/// <param name="End">After the last mark.</param>
/// <param name="Dots">How many full stops are in it; an ellipsis character counts as three.</param>
/// <param name="IsStrong">Holds a question or exclamation mark, or another script's.</param>
internal readonly record struct TerminatorRun(int End, int Dots, bool IsStrong, bool IsSpaced)
{
    public static TerminatorRun Read(string text, int start, int end)
    {
        var (i, dots, strong, spaced) = (start, 0, false, false);
        while (i < end)
        {
            if (SentenceMarks.IsTerminator(text[i]))
            {
                dots += text[i] switch
                {
                    '.' => 1,
                    '…' => 3,
                    _ => 0,
                };
                strong |= SentenceMarks.IsStrong(text[i]);
                i++;
            }
            else if (
                dots > 0
                && text[i] is ' ' or '\u00a0'
                && i + 1 < end
                && text[i + 1] is '.'
                && IsLoneDot(text, i + 1, end)
            )
            {
                spaced = true;
                i++;
            }
            else
            {
                break;
            }
        }

        return new TerminatorRun(i, dots, strong, spaced);
    }

    /// <summary>".5" and ".com" are no part of an ellipsis.</summary>
    private static bool IsLoneDot(string text, int i, int end) => i + 1 >= end || !char.IsLetterOrDigit(text[i + 1]);
}
