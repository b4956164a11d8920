using Bot.Core.Chat;

namespace Bot.Typesetting;

/// <summary>Buttons as a reader takes them in: several that ask the same of different people or articles, apart from the others.</summary>
internal static class ButtonGroups
{
    public static IReadOnlyList<IReadOnlyList<ReplyButton>> Of(IReadOnlyList<ReplyButton> buttons)
    {
        var groups = new List<List<ReplyButton>>();
        var wasAlike = false;
        for (var i = 0; i < buttons.Count; i++)
        {
            var isAlike = i > 0 && AreAlike(buttons[i - 1], buttons[i]);
            var isFirstOfSeveral = !isAlike && i + 1 < buttons.Count && AreAlike(buttons[i], buttons[i + 1]);
            if (groups.Count == 0 || isFirstOfSeveral || (wasAlike && !isAlike))
                groups.Add([]);
            groups[^1].Add(buttons[i]);
            wasAlike = isAlike;
        }

        return groups;
    }

    public static bool AreAlike(ReplyButton one, ReplyButton other) => CommandOf(one) == CommandOf(other);

    private static string CommandOf(ReplyButton button) => button.Command.Split(' ')[0];
}
