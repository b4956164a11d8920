using System.Globalization;

namespace Bot.Typesetting;

/// <summary>Cuts a galley into pages, each at the best place that its length leaves.</summary>
internal sealed class PageCutter
{
    /// <summary>A name, a link or a command up to here stands on one page.</summary>
    private const int LongestWhole = 1_000;

    /// <summary>From which part of a page on a cut of each strength is good enough: no page is left half empty for a paragraph.</summary>
    private static readonly (SeamStrength Strength, double From)[] Seams =
    [
        (SeamStrength.Section, 0.55),
        (SeamStrength.Block, 0.5),
        (SeamStrength.Item, 0.4),
    ];

    private const double SentenceFrom = 0.3;

    private readonly string text;
    private readonly Galley galley;
    private readonly PageSize size;
    private readonly HashSet<int> bound;
    private readonly List<(int Start, int End)> wholes;

    private PageCutter(Galley galley, PageSize size)
    {
        this.galley = galley;
        this.size = size;
        text = galley.Text;
        bound = [.. galley.Seams.Where(s => s.Strength == SeamStrength.Bound).Select(s => s.Place)];
        wholes =
        [
            .. galley
                .Marks.Where(m =>
                    m.Kind is Dress.Code or Dress.Command or Dress.Link && m.Length is > 1 and <= LongestWhole
                )
                .Select(m => (m.Start, m.End)),
        ];
    }

    /// <returns>In order; between them and at their ends only blanks are left out. None where nothing can be seen.</returns>
    public static IReadOnlyList<(int Start, int End)> Cut(Galley galley, PageSize size) =>
        new PageCutter(galley, size).Pages();

    private List<(int Start, int End)> Pages()
    {
        var pages = new List<(int Start, int End)>();
        for (var start = SkipBlanks(0); start < text.Length; )
        {
            var end = EndFrom(start);
            var trimmed = end;
            while (trimmed > start && char.IsWhiteSpace(text[trimmed - 1]))
                trimmed--;
            if (SendableWords.CanBeSeen(text.AsSpan(start, trimmed - start)))
                pages.Add((start, trimmed));
            start = SkipBlanks(end);
        }

        return pages;
    }

    private int EndFrom(int start)
    {
        var rest = Weight(text.Length) - Weight(start);
        var limit = MarksEnd(start);
        if (rest <= size.Most && limit == text.Length)
            return text.Length;
        // Pages of about one length rather than a full one and a crumb.
        var aim = rest / ((rest + size.Comfortable - 1) / size.Comfortable);
        var furthest = Math.Min(limit, PlaceOf(Weight(start) + Math.Min(size.Comfortable, aim * 5 / 4 + 1), start));
        return SeamBefore(start, furthest)
            ?? SentenceBefore(start, furthest)
            ?? WordBefore(start, furthest)
            ?? LetterBefore(start, furthest);
    }

    private int Weight(int place) => size.Weights?[place] ?? place;

    /// <returns>The last place up to which no more than this stands, and at least one letter from the start.</returns>
    private int PlaceOf(int weight, int start)
    {
        var (low, high) = (start + 1, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Weight(middle) <= weight)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <returns>Where the first mark begins that is too many for a page.</returns>
    private int MarksEnd(int start)
    {
        var count = 0;
        foreach (var mark in galley.Marks)
        {
            if (mark.End > start && ++count > size.MostMarks)
                return mark.Start;
        }

        return text.Length;
    }

    private int? SeamBefore(int start, int furthest)
    {
        foreach (var (strength, from) in Seams)
        {
            var least = start + (int)((furthest - start) * from);
            var seam = galley.Seams.LastOrDefault(s =>
                s.Strength >= strength && s.Place >= least && s.Place <= furthest && s.Place > start
            );
            if (seam.Place > 0)
                return seam.Place;
        }

        return null;
    }

    private int? SentenceBefore(int start, int furthest)
    {
        for (var place = furthest; place > start + (int)((furthest - start) * SentenceFrom); place--)
        {
            if (IsAfterSentence(place) && MayCut(place))
                return place;
        }

        return null;
    }

    private int? WordBefore(int start, int furthest)
    {
        for (var place = furthest; place > start; place--)
        {
            if ((char.IsWhiteSpace(text[place]) || char.IsWhiteSpace(text[place - 1])) && MayCut(place))
                return place;
        }

        return null;
    }

    private int LetterBefore(int start, int furthest)
    {
        var (best, poor) = (0, 0);
        for (var place = start; place < furthest; )
        {
            place += StringInfo.GetNextTextElementLength(text.AsSpan(place));
            if (place > furthest || (place < text.Length && !size.MayBegin(text, place)))
                continue;
            poor = place;
            if (MayCut(place))
                best = place;
        }

        if (poor > 0)
            return best > 0 ? best : poor;
        // A letter with thousands of marks over it is cut all the same, but never a code point.
        return char.IsLowSurrogate(text[furthest]) && furthest - 1 > start ? furthest - 1 : furthest;
    }

    private bool IsAfterSentence(int place)
    {
        var end = place;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        var hasBlank = end < place || char.IsWhiteSpace(text[place]);
        while (end > 0 && text[end - 1] is '"' or '”' or '’' or '»' or ')' or ']' or '」')
            end--;
        if (end == 0)
            return false;
        return text[end - 1] is '。' or '！' or '？' || (hasBlank && text[end - 1] is '.' or '!' or '?' or '…' or '؟');
    }

    /// <summary>False within what stands or falls as a whole, and before what belongs to the line above.</summary>
    private bool MayCut(int place) =>
        size.MayBegin(text, place)
        && !bound.Contains(SkipBlanks(place))
        && !IsWithin(wholes, place)
        && !IsWithin(galley.Addresses, place);

    /// <param name="stretches">By their start, beside each other.</param>
    private static bool IsWithin(IReadOnlyList<(int Start, int End)> stretches, int place)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (stretches[middle].End <= place)
                low = middle + 1;
            else
                high = middle;
        }

        return low < stretches.Count && stretches[low].Start < place;
    }

    private int SkipBlanks(int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place]))
            place++;
        return place;
    }
}
