using Bot.Core.Texts;
using Bot.Discord.Api.Wire;
using Bot.Typesetting;

namespace Bot.Discord.Rendering;

/// <summary>Makes messages of a galley: its pages as embeds, each with the buttons of what stands on it.</summary>
internal sealed class EmbedMaker(
    Galley galley,
    string? title,
    int colour,
    Edition edition,
    Func<string, bool> isPrivate
)
{
    /// <summary>Stands where nothing can be seen: an embed must have some words.</summary>
    private const string Nothing = "…";

    /// <summary>Well under the 4,096 letters of a description: what is open at a page's beginning is written once more.</summary>
    private const int MostWeight = 2_900;

    private const int ComfortableWeight = 2_200;

    /// <param name="postKey">The post whose pages are turned in one message; null where they follow each other.</param>
    public IReadOnlyList<DiscordMessage> Make(string? postKey)
    {
        var size = new PageSize(MostWeight, ComfortableWeight) { Weights = MarkdownPage.Weights(galley) };
        var pages = GalleyPage.Cut(galley, size, isTurned: postKey is not null);
        if (pages.Count == 0)
            return [Message(title, title is null ? Nothing : null, NewRows(), galley.Buttons)];
        var messages = new List<DiscordMessage>();
        foreach (var page in pages)
        {
            var rows = NewRows();
            if (page.IsTurned)
                rows.AddPager(postKey!, page.Number, pages.Count);
            var heading = page.Number == 1 || page.IsTurned ? title : null;
            messages.Add(Message(heading, MarkdownPage.Of(galley, page.Start, page.End), rows, page.Slips));
        }

        return messages;
    }

    private RowMaker NewRows() => new(galley.Headlines, edition, isPrivate);

    private DiscordMessage Message(string? heading, string? words, RowMaker rows, IReadOnlyList<ButtonSlip> slips)
    {
        rows.Add(slips);
        return new DiscordMessage(
            new Embed
            {
                Title = heading,
                Description = words,
                Color = colour,
            },
            rows.Rows,
            rows.Actions
        );
    }
}
