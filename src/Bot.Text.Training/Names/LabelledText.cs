using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Training.Names;

/// <summary>A text read as the program reads it, with the label that each of its tokens should get.</summary>
internal sealed class LabelledText
{
    /// <param name="mends">Whether names that the lists know in full are made whole: the corpora cut "European | Union" now and then, and join "Mumbai, India".</param>
    public LabelledText(MarkedText marked, bool mends)
    {
        var blocks = LayoutReader.Read(marked.Text);
        var stretches = MarkScanner.Scan(marked.Text, blocks);
        var sentences = SentenceSplitter.Split(marked.Text, blocks, stretches);
        Text = NameTokenReader.Read(marked.Text, blocks, sentences);
        Sheet = new NameSheet(Text);
        Gold = Label(Text, marked.Names);
        if (mends)
            Gold = Label(
                Text,
                NameEdges.SplitPlaces(Text, ListedSpans.CompleteLong(Sheet, NameTagger.NamesOf(Text, Gold)))
            );
    }

    public NameText Text { get; }

    public NameSheet Sheet { get; }

    public byte[] Gold { get; }

    private static byte[] Label(NameText text, IReadOnlyList<MarkedName> names)
    {
        var labels = new byte[text.Tokens.Count];
        var i = 0;
        foreach (var name in names)
        {
            while (i < labels.Length && text.Tokens[i].Span.Start < name.Start)
                i++;
            var first = i;
            while (i < labels.Length && text.Tokens[i].Span.End <= name.End)
                i++;
            // A name whose edge lies inside a token ("Texas-based") is none that the program could find.
            if (i == first || text.Tokens[i - 1].Span.End != name.End || text.Tokens[first].Span.Start != name.Start)
                continue;
            Fill(labels, first, i, name.Type);
        }

        return labels;
    }

    private static byte[] Label(NameText text, IReadOnlyList<TaggedName> names)
    {
        var labels = new byte[text.Tokens.Count];
        foreach (var name in names)
            Fill(labels, name.First, name.End, name.Type);
        return labels;
    }

    private static void Fill(byte[] labels, int first, int end, EntityType type)
    {
        for (var i = first; i < end; i++)
        {
            var part =
                end - first == 1 ? NameLabel.Only
                : i == first ? NameLabel.First
                : i == end - 1 ? NameLabel.Last
                : NameLabel.Inner;
            labels[i] = (byte)NameLabel.Of(type, part);
        }
    }
}
