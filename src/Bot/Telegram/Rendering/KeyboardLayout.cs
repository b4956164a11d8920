using Bot.Core.Chat;
using Bot.Typesetting;

namespace Bot.Telegram.Rendering;

/// <summary>Puts buttons into rows that a phone shows without cutting their labels.</summary>
internal static class KeyboardLayout
{
    public const int MostButtons = 100;
    public const int LongestLabel = 40;

    /// <summary>How many letters each label of a row of one, two, three … buttons has room for on a narrow phone.</summary>
    private static readonly int[] Room = [LongestLabel, 18, 11, 8, 3];

    public static IReadOnlyList<IReadOnlyList<TelegramButton>> Of(
        IEnumerable<ButtonSlip> slips,
        IReadOnlyList<TelegramButton> pager
    )
    {
        var rows = new List<IReadOnlyList<TelegramButton>>();
        if (pager.Count > 0)
            rows.Add(pager);
        var left = MostButtons - pager.Count;
        foreach (var slip in slips)
        {
            var labelled = slip.Buttons.Take(left).ToList();
            left -= labelled.Count;
            var story = slip.Story;
            foreach (var group in ButtonGroups.Of(labelled))
            {
                rows.AddRange(Rows([.. group.Select((b, i) => Button(b, i == 0 ? story : null))]));
                story = null;
            }
        }

        return rows;
    }

    /// <summary>As few rows as hold the labels, then as even ones as can be, in the buttons' order.</summary>
    private static List<IReadOnlyList<TelegramButton>> Rows(List<TelegramButton> buttons)
    {
        // The best way to lay out the first so many buttons: its rows, its unevenness, the size of its last row.
        var best = new (int Rows, int Uneven, int Last)[buttons.Count + 1];
        for (var end = 1; end <= buttons.Count; end++)
        {
            best[end] = (int.MaxValue, 0, 0);
            var longest = 0;
            for (var size = 1; size <= Math.Min(Room.Length, end); size++)
            {
                longest = Math.Max(longest, buttons[end - size].Label.Length);
                if (size > 1 && longest > Room[size - 1])
                    break;
                var before = best[end - size];
                var candidate = (before.Rows + 1, before.Uneven + size * size, size);
                if (candidate.CompareTo(best[end]) < 0)
                    best[end] = candidate;
            }
        }

        var rows = new List<IReadOnlyList<TelegramButton>>();
        for (var end = buttons.Count; end > 0; end -= best[end].Last)
            rows.Insert(0, buttons[(end - best[end].Last)..end]);
        return rows;
    }

    private static TelegramButton Button(ReplyButton button, int? story)
    {
        var label = SendableWords.Label(button.Label, LongestLabel);
        return new TelegramButton(
            story is { } number ? SendableWords.Label($"{number} · {label}", LongestLabel) : label,
            new ButtonAction.Ask(button.Command, button.IsInPlace)
        );
    }
}
