using System.Globalization;
using Bot.Core.Chat;

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
            var buttons = slip.Buttons.Take(left).Select((b, i) => Button(b, i == 0 ? slip.Story : null)).ToList();
            left -= buttons.Count;
            rows.AddRange(Groups(buttons).SelectMany(Rows));
        }

        return rows;
    }

    /// <summary>Several that ask the same of different people or articles stand together, apart from the others.</summary>
    private static List<List<TelegramButton>> Groups(List<TelegramButton> buttons)
    {
        var groups = new List<List<TelegramButton>>();
        var wasAlike = false;
        for (var i = 0; i < buttons.Count; i++)
        {
            var isAlike = i > 0 && CommandOf(buttons[i]) == CommandOf(buttons[i - 1]);
            var isFirstOfSeveral =
                !isAlike && i + 1 < buttons.Count && CommandOf(buttons[i]) == CommandOf(buttons[i + 1]);
            if (groups.Count == 0 || isFirstOfSeveral || (wasAlike && !isAlike))
                groups.Add([]);
            groups[^1].Add(buttons[i]);
            wasAlike = isAlike;
        }

        return groups;
    }

    private static string CommandOf(TelegramButton button) =>
        button.Action is ButtonAction.Ask ask ? ask.Command.Split(' ')[0] : "";

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
        var label = SendableWords.Of(button.Label).ReplaceLineEndings(" ").Trim();
        return new TelegramButton(
            Short(story is { } number ? $"{number} · {label}" : label),
            new ButtonAction.Ask(button.Command, button.IsInPlace)
        );
    }

    private static string Short(string label)
    {
        if (label.Length == 0)
            return "…";
        if (label.Length <= LongestLabel)
            return label;
        var end = 0;
        for (var next = 0; next < LongestLabel; next += StringInfo.GetNextTextElementLength(label.AsSpan(next)))
            end = next;
        return $"{label[..end].TrimEnd()}…";
    }
}
