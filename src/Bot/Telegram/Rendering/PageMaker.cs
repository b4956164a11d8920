using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Typesetting;

namespace Bot.Telegram.Rendering;

/// <summary>Makes messages of a galley: its pages, each with the buttons of what stands on it.</summary>
internal static class PageMaker
{
    /// <summary>Stands where nothing can be seen: a message must have a text.</summary>
    private const string Nothing = "…";

    /// <summary>A message takes 4,096 UTF-16 code units and 100 marks.</summary>
    private static readonly PageSize Size = new(Most: 4_096, Comfortable: 3_500)
    {
        MostMarks = 100,
        MayBegin = Joiners.MayBegin,
    };

    /// <param name="postKey">The post whose pages are turned in one message; null where they follow each other.</param>
    public static IReadOnlyList<TelegramMessage> Make(Galley galley, Edition edition, string? postKey)
    {
        var pages = GalleyPage.Cut(galley, Size, isTurned: postKey is not null);
        if (pages.Count == 0)
            return [new TelegramMessage(Nothing, [], KeyboardLayout.Of(galley.Buttons, pager: []))];
        return
        [
            .. pages.Select(page => new TelegramMessage(
                galley.Text[page.Start..page.End],
                PageDress.Of(galley, page.Start, page.End),
                KeyboardLayout.Of(
                    page.Slips,
                    page.IsTurned ? PagerRow(edition, postKey!, page.Number, pages.Count) : []
                )
            )),
        ];
    }

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
