using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Telegram.Rendering;

/// <summary>Makes messages of a galley: its pages, each with the buttons of what stands on it.</summary>
internal static class PageMaker
{
    /// <summary>Stands where nothing can be seen: a message must have a text.</summary>
    private const string Nothing = "…";

    /// <param name="postKey">The post whose pages are turned in one message; null where they follow each other.</param>
    public static IReadOnlyList<TelegramMessage> Make(Galley galley, Edition edition, string? postKey)
    {
        var pages = PageCutter.Cut(galley);
        if (pages.Count == 0)
            return [new TelegramMessage(Nothing, [], KeyboardLayout.Of(galley.Buttons, pager: []))];
        var messages = new List<TelegramMessage>();
        for (var i = 0; i < pages.Count; i++)
        {
            var (start, end) = pages[i];
            var until = i + 1 < pages.Count ? pages[i + 1].Start : int.MaxValue;
            var isTurned = postKey is not null && pages.Count > 1;
            var buttons = galley.Buttons.Where(b =>
                (isTurned && IsOfTheWhole(b, galley)) || (b.Place <= until && (i == 0 || b.Place > start))
            );
            messages.Add(
                new TelegramMessage(
                    galley.Text[start..end],
                    PageDress.Of(galley, start, end),
                    KeyboardLayout.Of(buttons, isTurned ? PagerRow(edition, postKey!, i + 1, pages.Count) : [])
                )
            );
        }

        return messages;
    }

    private static bool IsOfTheWhole(ButtonSlip slip, Galley galley) =>
        slip.Story is null && slip.Place == galley.Text.Length;

    /// <summary>‹ 2 of 4 ›</summary>
    private static IReadOnlyList<TelegramButton> PagerRow(Edition edition, string postKey, int page, int count)
    {
        var here = new TelegramButton(
            edition.Say("button.page", ("number", page), ("count", count)),
            new ButtonAction.Turn(postKey, page)
        );
        return
        [
            .. page > 1
                ? [new TelegramButton("‹", new ButtonAction.Turn(postKey, page - 1))]
                : Array.Empty<TelegramButton>(),
            here,
            .. page < count
                ? [new TelegramButton("›", new ButtonAction.Turn(postKey, page + 1))]
                : Array.Empty<TelegramButton>(),
        ];
    }
}
