using System.Text;
using Bot.Core.Chat;

namespace Bot.Typesetting;

/// <summary>Sets an answer line by line into one <see cref="Galley"/>.</summary>
internal sealed class Compositor
{
    private static readonly Dress[] Kinds = [.. Enum.GetValues<Dress>().Where(d => d != Dress.Plain)];

    private readonly StringBuilder text = new();
    private readonly List<Mark> marks = [];
    private readonly List<Seam> seams = [];
    private readonly List<ButtonSlip> slips = [];

    /// <summary>By kind, the index of its last mark.</summary>
    private readonly Dictionary<Dress, int> last = [];

    private int linesOwed;
    private SeamStrength strength;

    /// <summary>Where the line before ends, if the one being set belongs to it: a box around the first goes on around the second.</summary>
    private int lineEnd = -1;

    /// <summary>True while nothing but a heading and its small print stands at the end: a page must not end here.</summary>
    private bool isUnderHeading;

    /// <summary>The next words begin a new line, if there are any.</summary>
    /// <param name="lines">1, or 2 for an empty line between.</param>
    public void Begin(int lines, SeamStrength seam)
    {
        linesOwed = lines;
        strength = seam;
    }

    public void Add(string words, Dress dress = Dress.Plain, string? link = null)
    {
        var clean = SendableWords.Of(words);
        if (clean.Length == 0)
            return;
        BreakLine();
        var start = text.Length;
        text.Append(clean);
        foreach (var kind in Kinds.Where(k => dress.HasFlag(k)))
            Mark(kind, start, kind == Dress.Link ? link : null);
    }

    /// <summary>Says what the words since the last line's beginning are to what comes under them.</summary>
    public void End(bool isHeading) => isUnderHeading = isHeading;

    /// <param name="story">The number of the story that they belong to.</param>
    public void Hang(IReadOnlyList<ReplyButton> buttons, int? story) =>
        slips.Add(new ButtonSlip(text.Length, buttons, story));

    public Galley Pull()
    {
        var set = text.ToString();
        // Of one story alone the buttons are the whole answer's.
        if (slips.Count == 1)
            slips[0] = slips[0] with { Story = null };
        return new Galley(set, [.. marks.OrderBy(m => m.Start).ThenByDescending(m => m.End)], seams, slips);
    }

    private void BreakLine()
    {
        if (linesOwed > 0 && text.Length > 0)
        {
            lineEnd = strength == SeamStrength.Bound ? text.Length : -1;
            text.Append('\n', linesOwed);
            seams.Add(new Seam(text.Length, isUnderHeading ? SeamStrength.Bound : strength));
        }

        linesOwed = 0;
    }

    private void Mark(Dress kind, int start, string? link)
    {
        if (
            last.TryGetValue(kind, out var before)
            && marks[before] is var mark
            && mark.Link == link
            && (mark.End == start || IsBox(kind) && mark.End == lineEnd)
        )
        {
            marks[before] = marks[before] with { End = text.Length };
            return;
        }

        last[kind] = marks.Count;
        marks.Add(new Mark(kind, start, text.Length, link));
    }

    private static bool IsBox(Dress kind) => kind is Dress.Quote or Dress.LongQuote;
}
