using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>How long a block is for its readers, markup left aside.</summary>
internal static class ReplyLength
{
    public static int Of(ReplyBlock block) =>
        block switch
        {
            HeadingBlock heading => Of(heading.Words),
            ParagraphBlock paragraph => Of(paragraph.Words),
            SmallPrintBlock print => Of(print.Words),
            QuoteBlock quote => Of(quote.Words) + Of(quote.Note),
            NumberedBlock list => list.Items.Sum(i => 4 + Of(i.Words) + Of(i.Note)),
            BulletBlock list => list.Items.Sum(Of),
            _ => 0,
        };

    private static int Of(IReadOnlyList<Inline> words) =>
        words.Sum(w =>
            w switch
            {
                Plain plain => plain.Text.Length,
                Strong strong => strong.Text.Length,
                Small small => small.Text.Length,
                Verbatim verbatim => verbatim.Text.Length,
                WebLink link => link.Text.Length,
                CommandHint hint => hint.Command.Length,
                _ => 0,
            }
        );
}
