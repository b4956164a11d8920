using Bot.Core.Chat;

namespace Bot.Core.Delivery;

/// <summary>Makes two messages of one that a platform found too long.</summary>
internal static class ReplyCutter
{
    /// <returns>Two halves of about one length, cut between blocks or between the items of one; null where there is no such place.</returns>
    public static (Reply First, Reply Second)? Halve(Reply reply)
    {
        if (reply.Blocks is [var only])
            return Halve(only) is var (first, second) ? (new Reply([first]), new Reply([second])) : null;
        if (reply.Blocks.Count == 0)
            return null;
        var lengths = reply.Blocks.Select(b => new Reply([b]).ToJson().Length).ToList();
        var half = lengths.Sum() / 2;
        var cut = 0;
        for (var length = 0; cut < lengths.Count && length < half; cut++)
            length += lengths[cut];
        cut = Math.Clamp(cut, 1, lengths.Count - 1);
        // Buttons and small print belong to what stands over them.
        var kept = cut;
        while (kept < lengths.Count && reply.Blocks[kept] is ButtonBlock or SmallPrintBlock)
            kept++;
        if (kept < lengths.Count)
            cut = kept;
        return (new Reply([.. reply.Blocks.Take(cut)]), new Reply([.. reply.Blocks.Skip(cut)]));
    }

    private static (ReplyBlock First, ReplyBlock Second)? Halve(ReplyBlock block) =>
        block switch
        {
            NumberedBlock { Items: { Count: > 1 } items } => (
                new NumberedBlock([.. items.Take(items.Count / 2)]),
                new NumberedBlock([.. items.Skip(items.Count / 2)])
            ),
            BulletBlock { Items: { Count: > 1 } items } => (
                new BulletBlock([.. items.Take(items.Count / 2)]),
                new BulletBlock([.. items.Skip(items.Count / 2)])
            ),
            TableBlock { Rows: { Count: > 1 } rows } table => (
                table with
                {
                    Rows = [.. rows.Take(rows.Count / 2)],
                },
                table with
                {
                    Rows = [.. rows.Skip(rows.Count / 2)],
                }
            ),
            ParagraphBlock { Words: { Count: > 1 } words } => (
                new ParagraphBlock([.. words.Take(words.Count / 2)]),
                new ParagraphBlock([.. words.Skip(words.Count / 2)])
            ),
            _ => null,
        };
}
