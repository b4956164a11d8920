using Bot.Core.Chat;

namespace Bot.Tests.Digests;

/// <summary>A reply as bare lines, one a block, for a test to read.</summary>
internal static class PlainText
{
    public static IReadOnlyList<string> Of(Reply reply) => [.. reply.Blocks.SelectMany(Lines)];

    public static string OfAll(IEnumerable<Post> posts) => string.Join('\n', posts.SelectMany(p => Of(p.Reply)));

    private static IEnumerable<string> Lines(ReplyBlock block) =>
        block switch
        {
            HeadingBlock heading => [$"# {Words(heading.Words)}"],
            ParagraphBlock paragraph => [Words(paragraph.Words)],
            SmallPrintBlock print => [$"({Words(print.Words)})"],
            QuoteBlock quote => [$"> {Words(quote.Words)} -- {Words(quote.Note)}"],
            NumberedBlock list => list.Items.Select(i => $"{i.Number}. {Words(i.Words)} ({Words(i.Note)})"),
            BulletBlock list => list.Items.Select(i => $"* {Words(i)}"),
            TableBlock table => table.Rows.Select(r => string.Join(" | ", r.Select(Words))),
            ButtonBlock row => [string.Join(' ', row.Buttons.Select(b => $"[{b.Label} {b.Command}]"))],
            _ => [],
        };

    public static string Words(IReadOnlyList<Inline> words) =>
        string.Concat(
            words.Select(w =>
                w switch
                {
                    Plain plain => plain.Text,
                    Strong strong => strong.Text,
                    Small small => small.Text,
                    Verbatim verbatim => verbatim.Text,
                    WebLink link => link.Text,
                    CommandHint hint => hint.Command,
                    _ => "",
                }
            )
        );
}
