using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;
using Bot.Text;
using Bot.Text.Names;
using Bot.Text.Quotations;

namespace Bot.Core.Commands;

/// <summary>Everyone in one article, the most important first.</summary>
internal sealed class WhoPage(ReadArticle article, Edition edition)
{
    private const int MostPeople = 25;
    private const int MostOthers = 16;
    private const int MostButtons = 4;

    public Reply Answer()
    {
        var people = article.Read.Entities.Where(e => e.Type == EntityType.Person).ToList();
        var others = article.Read.Entities.Where(e => e.Type != EntityType.Person).ToList();
        var isRead = TextAnalyzer.ReadsFully(article.Read.Language);
        var blocks = new List<ReplyBlock>
        {
            ArticleLines.Heading(
                isRead ? edition.Say("count.people", ("count", people.Count)) : edition.Say("who.not-read"),
                article.Article
            ),
        };
        blocks.AddRange(ArticleLines.Below(article, edition));
        if (isRead && people.Count == 0)
            blocks.Add(new ParagraphBlock(edition.Line("who.nobody-named")));
        else if (isRead)
            blocks.Add(new TableBlock([], [.. people.Take(MostPeople).Select(Row)]));
        if (people.Count > MostPeople)
            blocks.Add(new SmallPrintBlock(edition.Print("who.more", ("count", people.Count - MostPeople))));
        if (others.Count > 0)
            blocks.Add(new ParagraphBlock(Others(others)));
        blocks.Add(new ButtonBlock(Buttons(people)));
        return new Reply(blocks);
    }

    /// <summary>Several are called so.</summary>
    public Reply Choice(string name, IReadOnlyList<Entity> several) =>
        new([
            new ParagraphBlock(edition.Line("who.several", ("count", several.Count), ("name", Excerpt.Of(name)))),
            new BulletBlock([.. several.Take(MostPeople).Select(e => PersonLines.NameAndRole(article, e))]),
            new ButtonBlock([.. several.Take(MostPeople).Select(e => PersonButton(e, e.Name))]),
        ]);

    /// <summary>Nobody is called so here, nor in any other article of so many.</summary>
    public Reply Nobody(string name, ArticleCount count) =>
        NotHere(
            name,
            edition.Line(
                "who.search",
                ("count", CountWords.Of(count, edition)),
                ("search", new CommandHint($"/search {Excerpt.Of(name)}"))
            ),
            []
        );

    /// <summary>Nobody is called so here; somebody is elsewhere.</summary>
    /// <param name="elsewhere">The newest article that speaks of the name.</param>
    public Reply NotHere(string name, Article elsewhere) =>
        NotHere(
            name,
            edition.Line("who.elsewhere", ("title", new Strong(ArticleLines.TitleOf(elsewhere)))),
            [new ReplyButton(edition.Say("button.show"), $"/who \"{name.Replace('"', ' ')}\" #{elsewhere.Id}")]
        );

    private Reply NotHere(string name, IReadOnlyList<Inline> next, IReadOnlyList<ReplyButton> buttons)
    {
        var nearest = NameMatch.Nearest(name, article.Read.Entities, 3).ToList();
        List<Inline> line = [.. edition.Line("who.nobody-called", ("name", Excerpt.Of(name)))];
        if (nearest.Count > 0)
            line.AddRange([
                new Plain(" "),
                .. edition.Line("who.nearest", ("names", PersonLines.List(article, nearest))),
            ]);
        line.Add(new Plain(" "));
        line.AddRange(next);
        return Reply.Of(
            line,
            [
                .. buttons,
                .. nearest.Select(e => PersonButton(e, PersonLines.ShortName(e))),
                ArticleLines.Button(article, edition.Say("button.everyone"), "who"),
            ]
        );
    }

    private IReadOnlyList<IReadOnlyList<Inline>> Row(Entity person)
    {
        var mentions = person.Mentions.Where(m => m.Kind != MentionKind.Pronoun).ToList();
        var quotations = article.Read.Quotations.Count(q => q.IsBy(person.Id) && q.Kind != QuotationKind.Phrase);
        return
        [
            [article.NameOf(person, isStrong: true)],
            PersonLines.Role(article, person) is { } role ? [role] : [],
            [new Plain(edition.Say("who.mentions", ("count", mentions.Count)))],
            [new Plain(quotations == 0 ? "" : edition.Say("quotes.count", ("count", quotations)))],
            [new Small(Sparkline.Of(mentions.Select(m => m.Span.Start), article.Text.Length))],
        ];
    }

    private List<Inline> Others(List<Entity> others)
    {
        List<Inline> line =
        [
            .. edition.Line("who.others", ("names", PersonLines.List(article, others.Take(MostOthers)))),
        ];
        if (others.Count > MostOthers)
            line.Add(new Small($" · {edition.Say("who.more", ("count", others.Count - MostOthers))}"));
        return line;
    }

    private List<ReplyButton> Buttons(List<Entity> people) =>
        [
            .. people.Take(MostButtons).Select(e => PersonButton(e, PersonLines.ShortName(e))),
            ArticleLines.Button(article, edition.Say("button.quotes"), "quotes"),
            ArticleLines.Button(article, edition.Say("button.summary"), "summary"),
        ];

    private ReplyButton PersonButton(Entity person, string label) =>
        new(
            label,
            $"/who \"{person.Name.Replace('"', ' ')}\" #{article.Article.Id}",
            $"/who {PersonLines.Typed(person).Trim('"')} {article.Shortest}".TrimEnd()
        );
}
