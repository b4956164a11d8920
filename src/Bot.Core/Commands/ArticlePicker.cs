using Bot.Core.Articles;
using Bot.Core.Articles.Aside;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Conversations;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>Finds the article that a command means, among those that its place sees: by number, by id, by words of its title, or the newest; or behind a link.</summary>
internal sealed class ArticlePicker(
    ArticleStore articles,
    AsideShelf aside,
    LinkPicker links,
    ConversationStore conversations,
    Phrasebook phrasebook
)
{
    /// <summary>A reply to a remark is about the news, not about the remark.</summary>
    private const int ShortestQuoted = 80;

    private const int MostChoices = 8;
    private const int MostFound = 50;
    private const int MostTitlesCompared = 100;

    public async Task<ArticlePick> PickAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var reference = call.Option("article") ?? "";
        if (call.Quoted is { IsChosen: true, Linked: null } chosen && string.IsNullOrWhiteSpace(chosen.Text))
            return Unclear(edition.Line("pick.no-text", ("latest", new CommandHint("/latest"))));
        if (LinkPicker.LinkIn(call) is { } link)
        {
            var (read, answer) = await links.ReadAsync(link, call, edition, cancellation);
            return read is not null
                ? await FoundAsync(read, null, call, cancellation)
                : new ArticlePick.Unclear(answer!); // There is an answer where there is no article.
        }

        if (reference.Length == 0 && await QuotedAsync(call, cancellation) is { } quoted)
            return await FoundAsync(quoted, null, call, cancellation);
        if (reference.Length == 0 || ArticleReference.IsLatest(reference, edition))
            return await NewestAsync(call, edition, cancellation);
        if (ArticleReference.IdIn(reference) is { } id)
        {
            return await articles.FindAsync(new ArticleId(id), Sight.Of(call), cancellation) is { } article
                ? await FoundAsync(article, null, call, cancellation)
                : Unclear(edition.Line("pick.gone", ("latest", new CommandHint("/latest"))));
        }

        return ArticleReference.NumberIn(reference) is { } number
            ? await NumberedAsync(number, call, edition, cancellation)
            : await TitledAsync(reference, call, edition, cancellation);
    }

    /// <summary>The message that the command points at, where that is something to read.</summary>
    private async Task<Article?> QuotedAsync(CommandCall call, CancellationToken cancellation) =>
        call.Quoted is { } quoted && (quoted.IsChosen || quoted.Text.Length >= ShortestQuoted)
            ? await aside.PutAsync(
                new AsideText(quoted.Text, quoted.Source) { Published = quoted.Published, Url = quoted.Link },
                Sight.Of(call),
                cancellation
            )
            : null;

    private async Task<ArticlePick> NewestAsync(CommandCall call, Edition edition, CancellationToken cancellation) =>
        await articles.LatestAsync(Sight.Of(call), 1, 0, cancellation) is [var newest]
            ? await FoundAsync(newest, "", call, cancellation)
            : new ArticlePick.Unclear(ArticleLines.NoneYet(edition));

    private async Task<ArticlePick> NumberedAsync(
        int number,
        CommandCall call,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var list = await conversations.LastListAsync(call.Place, cancellation);
        if (list.TryGetValue(number, out var id))
        {
            return await articles.FindAsync(id, Sight.Of(call), cancellation) is { } article
                ? await FoundAsync(article, $"{number}", call, cancellation)
                : Unclear(edition.Line("pick.gone", ("latest", new CommandHint("/latest"))));
        }

        if (list.Count > 0)
        {
            return Unclear(
                edition.Line(
                    "pick.not-listed",
                    ("number", number),
                    ("first", list.Keys.Min()),
                    ("last", list.Keys.Max()),
                    ("latest", new CommandHint("/latest"))
                )
            );
        }

        // Nothing was listed here yet: the numbers are those that /latest would show.
        if (number > 0 && await articles.LatestAsync(Sight.Of(call), 1, number - 1, cancellation) is [var latest])
            return await FoundAsync(latest, $"{number}", call, cancellation);
        var count = await articles.CountAsync(Sight.Of(call), cancellation);
        return count.Value == 0
            ? new ArticlePick.Unclear(ArticleLines.NoneYet(edition))
            : Unclear(
                edition.Line(
                    "pick.too-few",
                    ("count", CountWords.Of(count, edition)),
                    ("number", number),
                    ("latest", new CommandHint("/latest"))
                )
            );
    }

    private async Task<ArticlePick> TitledAsync(
        string words,
        CommandCall call,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (!await articles.HasAnyAsync(Sight.Of(call), cancellation))
            return new ArticlePick.Unclear(ArticleLines.NoneYet(edition));
        var found = await FindAsync(words, Sight.Of(call), cancellation);
        return found switch
        {
            [] => Unclear(
                edition.Line(
                    "pick.no-title",
                    ("words", Excerpt.Of(words)),
                    ("latest", new CommandHint("/latest")),
                    ("search", new CommandHint($"/search {Excerpt.Of(words)}"))
                )
            ),
            [var one] => await FoundAsync(one, null, call, cancellation),
            _ => await SeveralAsync(found, words, call, edition, cancellation),
        };
    }

    /// <summary>By the title's words, by its words with a slip, and last by the text's.</summary>
    private async Task<IReadOnlyList<Article>> FindAsync(string words, Audience reader, CancellationToken cancellation)
    {
        var wanted = Unaccented.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var titled = await articles.FindByTitleAsync(words, reader, MostFound, cancellation);
        if (titled.Where(a => TitleFit.HoldAll(a.Title, wanted)).ToArray() is { Length: > 0 } exact)
            return exact;
        var newest = await articles.LatestAsync(reader, MostTitlesCompared, 0, cancellation);
        if (newest.Where(a => TitleFit.HoldAll(a.Title, wanted)).ToArray() is { Length: > 0 } slipped)
            return slipped;
        return await articles.SearchAsync(words, reader, ArticleFilter.None, MostFound, 0, cancellation);
    }

    private async Task<ArticlePick> SeveralAsync(
        IReadOnlyList<Article> found,
        string words,
        CommandCall call,
        Edition edition,
        CancellationToken cancellation
    )
    {
        Article[] shown = [.. found.Take(MostChoices)];
        await conversations.RememberListAsync(call.Place, 1, [.. shown.Select(a => a.Id)], cancellation);
        return new ArticlePick.Unclear(
            new Reply([
                new ParagraphBlock(edition.Line("pick.several", ("count", found.Count), ("words", Excerpt.Of(words)))),
                new NumberedBlock([
                    .. shown.Select(
                        (a, i) => new NumberedItem(i + 1, ArticleLines.Title(a), ArticleLines.Origin(a, edition))
                    ),
                ]),
                new ButtonBlock([.. shown.Select((a, i) => ChoiceOf(a, i + 1, call, edition))]),
            ])
        );
    }

    private async Task<ArticlePick> FoundAsync(
        Article article,
        string? typed,
        CommandCall call,
        CancellationToken cancellation
    )
    {
        typed ??=
            await articles.LatestAsync(Sight.Of(call), 1, 0, cancellation) is [var newest] && newest.Id == article.Id
                ? ""
                : $"#{article.Id}";
        return new ArticlePick.Found(new ReadArticle(article, await articles.ReadAsync(article, cancellation), typed));
    }

    private static ReplyButton ChoiceOf(Article article, int number, CommandCall call, Edition edition)
    {
        var options = string.Concat(
            call.Options.Where(o => o.Key != "article").Select(o => $" {o.Key}:\"{o.Value.Replace('"', ' ')}\"")
        );
        return new ReplyButton(
            edition.Number(number),
            $"/{call.Name} #{article.Id}{options}",
            $"/{call.Name} {edition.Number(number)}",
            IsInPlace: true
        );
    }

    private static ArticlePick.Unclear Unclear(IReadOnlyList<Inline> words) => new(Reply.Of(words));
}
