namespace Bot.Typesetting;

/// <summary>A page of a galley, and the buttons of what stands on it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsTurned">True where readers turn it in its message, and it needs a pager.</param>
internal sealed record GalleyPage(int Start, int End, int Number, bool IsTurned, IReadOnlyList<ButtonSlip> Slips)
{
    /// <param name="isTurned">True where pages are turned in one message, each with the buttons of the whole; else they follow each other.</param>
    /// <returns>In order; none where nothing can be seen.</returns>
    public static IReadOnlyList<GalleyPage> Cut(Galley galley, PageSize size, bool isTurned)
    {
        var cuts = PageCutter.Cut(galley, size);
        return [.. cuts.Select((_, i) => Page(i))];

        GalleyPage Page(int i)
        {
            var (start, end) = cuts[i];
            var until = i + 1 < cuts.Count ? cuts[i + 1].Start : int.MaxValue;
            var hasPager = isTurned && cuts.Count > 1;
            var slips = galley.Buttons.Where(b =>
                (hasPager && IsOfTheWhole(b, galley)) || (b.Place <= until && (i == 0 || b.Place > start))
            );
            return new GalleyPage(start, end, i + 1, hasPager, [.. slips]);
        }
    }

    private static bool IsOfTheWhole(ButtonSlip slip, Galley galley) =>
        slip.Story is null && slip.Place == galley.Text.Length;
}
