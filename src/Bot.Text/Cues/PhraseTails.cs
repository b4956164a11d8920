namespace Bot.Text.Cues;

/// <summary>Tells how far a description goes on behind its noun.</summary>
internal sealed class PhraseTails(ItemStream stream, PhraseWords words)
{
    /// <summary>"a spokesman" with "for the ministry".</summary>
    public int Behind(int head, int limit)
    {
        var last = head;
        for (var i = 0; i < 2 && last + 2 <= limit && IsTailWord(last + 1); i++)
        {
            var next = last + 2;
            while (
                next <= limit
                && next - last < 10
                && (
                    words.IsNoun(next)
                    || next == last + 2 && words.IsDeterminer(next)
                    || stream[next].Lexeme.Is(WordClasses.Ending)
                )
            )
                next++;
            if (next == last + 2)
                break;
            last = next - 1;
        }

        return last;
    }

    /// <summary>"one of the witnesses" with "who told the same story".</summary>
    public int WithClause(int last, int limit)
    {
        if (last >= limit || !stream.Is(last + 1, "who"))
            return last;
        var end = last + 1;
        while (end < limit && end - last < 20 && stream[end + 1].Kind is ItemKind.Word or ItemKind.Number)
            end++;
        return end - last is > 2 and < 20 ? end : last;
    }

    private bool IsTailWord(int i) =>
        stream.Is(i, "of")
        || stream.Is(i, "for")
        || stream.Is(i, "at")
        || stream.Is(i, "with")
        || stream.Is(i, "from")
        || stream.Is(i, "in");
}
