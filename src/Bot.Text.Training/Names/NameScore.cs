using Bot.Text.Names;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Learned;

namespace Bot.Text.Training.Names;

/// <summary>How many names of a kind were right, found and there.</summary>
internal sealed record NameScore(EntityType Type, int Right, int Found, int Gold)
{
    public double F1 => Found + Gold == 0 ? 0 : 200.0 * Right / (Found + Gold);

    /// <summary>Names alone, as the tagger gives them and the lists complete them, by exact stretch and kind.</summary>
    public static IReadOnlyList<NameScore> Measure(NameTagger tagger, IEnumerable<LabelledText> texts)
    {
        var counts = new int[3, 3];
        foreach (var text in texts)
        {
            var found = ListedSpans.Complete(text.Sheet, tagger.Tag(text.Sheet)).ToHashSet();
            var marked = NameTagger.NamesOf(text.Text, text.Gold).ToHashSet();
            foreach (var name in found)
            {
                counts[(int)name.Type, 1]++;
                counts[(int)name.Type, 0] += marked.Contains(name) ? 1 : 0;
            }

            foreach (var name in marked)
                counts[(int)name.Type, 2]++;
        }

        return
        [
            .. Enum.GetValues<EntityType>()
                .Select(t => new NameScore(t, counts[(int)t, 0], counts[(int)t, 1], counts[(int)t, 2])),
        ];
    }
}
