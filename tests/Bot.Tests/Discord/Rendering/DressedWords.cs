using Bot.Core.Chat;

namespace Bot.Tests.Discord.Rendering;

/// <summary>How each of a reply's words is to be shown, as far as it is of a dress that Discord has.</summary>
internal static class DressedWords
{
    public static IEnumerable<ShownRun> Of(ReplyBlock block) =>
        block switch
        {
            HeadingBlock heading => heading.Words.Select(w => Run(w, Shown.Heading)),
            ParagraphBlock paragraph => paragraph.Words.Select(w => Run(w, Shown.Plain)),
            SmallPrintBlock print => print.Words.Select(w => Run(w, Shown.Small)),
            QuoteBlock quote =>
            [
                .. quote.Words.Select(w => Run(w, Shown.Quote)),
                .. quote.Note.Select(w => Run(w, Shown.Quote | Shown.Small)),
            ],
            NumberedBlock list => list.Items.SelectMany(i =>
                i.Words.Select(w => Run(w, Shown.Plain)).Concat(i.Note.Select(w => Run(w, Shown.Small)))
            ),
            BulletBlock list => list.Items.SelectMany(i => i.Select(w => Run(w, Shown.Plain))),
            TableBlock table => table.Rows.SelectMany(r => r.SelectMany(c => c.Select(w => Run(w, Shown.Plain)))),
            _ => [],
        };

    private static ShownRun Run(Inline words, Shown line) =>
        words switch
        {
            Plain plain => new ShownRun(Clean(plain.Text), line),
            Strong strong => new ShownRun(Clean(strong.Text), Strong(line)),
            Small small => new ShownRun(Clean(small.Text), line),
            Verbatim verbatim => new ShownRun(Clean(verbatim.Text), verbatim.IsStrong ? Strong(line) : line),
            WebLink link => new ShownRun(Clean(link.Text), IsLinked(link) ? line | Shown.MaskedLink : line),
            CommandHint hint => new ShownRun(
                Clean(hint.Command),
                hint.Command.Contains('`') || hint.Command.Contains("](", StringComparison.Ordinal)
                    ? line
                    : line | Shown.Code
            ),
            _ => throw new NotSupportedException(words.GetType().Name),
        };

    private static Shown Strong(Shown line) => line == Shown.Heading ? line : line | Shown.Bold;

    private static bool IsLinked(WebLink link) =>
        link.Target.IsAbsoluteUri
        && link.Target.Scheme is "http" or "https"
        && link.Target.AbsoluteUri.Length <= 1_000
        && !link.Text.Contains("//", StringComparison.Ordinal)
        && !link.Text.EndsWith(":/", StringComparison.Ordinal)
        && !link.Text.Contains('[', StringComparison.Ordinal)
        && !link.Text.Contains(']', StringComparison.Ordinal);

    /// <summary>Half a letter is none, whatever stands beside it.</summary>
    private static string Clean(string words) => string.Concat(ControlCharacters.Without(words).EnumerateRunes());
}
