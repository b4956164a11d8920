using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/search WORDS [topic:] [from:] [since:] [lang:] [by:] [page:]</c></summary>
internal sealed class SearchCommand(
    ArticleStore articles,
    ArticleList list,
    LatestPages latest,
    SiftReader sifts,
    Phrasebook phrasebook
) : ICommand
{
    public const string Name = "search";

    public CommandDescription Description { get; } =
        new(
            Name,
            "search.description",
            "/search peace deal",
            [
                new OptionDescription("words", "search.words", OptionKind.Text, [], IsRequired: true, IsUnnamed: true)
                {
                    Unless = SiftReader.OnTopic.Name,
                },
                SiftReader.From,
                SiftReader.Since,
                SiftReader.Language,
                SiftReader.By,
                SiftReader.OnTopic,
                new OptionDescription("page", "option.page", OptionKind.Number, []),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var reader = Sight.Of(call);
        if (!await articles.HasAnyAsync(reader, cancellation))
            return ArticleLines.NoneYet(edition);
        return await sifts.AnswerAsync(
            call,
            reader,
            edition,
            sift => ListAsync(call, sift, reader, edition, cancellation),
            cancellation
        );
    }

    private async Task<Reply> ListAsync(
        CommandCall call,
        Sift sift,
        Audience reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (call.Option("words") is not { } words)
            // By a topic alone, it lists what is newest of it. A menu may give neither: it cannot say that either is enough.
            return sift.Has(SiftReader.OnTopic)
                ? await latest.ListAsync(call, sift, reader, edition, cancellation)
                : Reply.Of(edition.Line("typed.required", ("example", new CommandHint(Description.Example))));
        var command = $"/search \"{words.Replace('"', ' ')}\"";
        var page = ArticleReference.PageOf(call);
        var count = await articles.CountFoundAsync(words, reader, sift.Filter, cancellation);
        if (count.Value == 0)
            return await SiftedOut.ExplainAsync(
                    asked => $"{command}{asked.Typed}",
                    sift,
                    filter => articles.CountFoundAsync(words, reader, filter, cancellation),
                    edition,
                    cancellation
                ) ?? Nothing(words, edition);
        var found = ArticleList.Begins(page, count)
            ? await articles.SearchAsync(
                words,
                reader,
                sift.Filter,
                ArticleList.PageLength,
                (page - 1) * ArticleList.PageLength,
                cancellation
            )
            : [];
        if (found.Count == 0)
            return Reply.Of(edition.Line("page.none", ("number", page)));
        var shown = new List<(Article, IReadOnlyList<Inline>)>();
        foreach (var article in found)
        {
            var read = await articles.ReadAsync(article, cancellation);
            shown.Add((article, SentenceWith(words, new ReadArticle(article, read, ""))));
        }

        return await list.ShowAsync(
            call,
            edition.Say("search.title", ("count", CountWords.Of(count, edition)), ("words", Excerpt.Of(words))),
            sift,
            page,
            shown,
            ArticleList.Begins(page + 1, count) ? $"{command}{sift.Typed} page:{page + 1}" : null,
            edition,
            cancellation
        );
    }

    private static Reply Nothing(string words, Edition edition)
    {
        var single = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Reply.Of(
            edition.Line(
                single.Length > 1 ? "search.nothing-together" : "search.nothing",
                ("words", Excerpt.Of(words)),
                ("latest", new CommandHint("/latest"))
            )
        );
    }

    /// <summary>The sentence that has most of the words, the first of them where several have.</summary>
    private static IReadOnlyList<Inline> SentenceWith(string words, ReadArticle article)
    {
        var wanted = Unaccented.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (best, most) = (-1, 0);
        for (var i = 0; i < article.Read.Sentences.Count && most < wanted.Length; i++)
        {
            var sentence = Unaccented.Of(article.Read.Sentences[i].Span.Of(article.Text));
            var count = wanted.Count(w => sentence.Contains(w, StringComparison.Ordinal));
            if (count > most)
                (best, most) = (i, count);
        }

        return best < 0 ? [] : article.Words(article.Read.Sentences[best].Span);
    }
}
