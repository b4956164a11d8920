using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Spelling;
using Bot.Core.Texts;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary>One person, place or organisation in one article: every name and role as written, quotations by, sentences about.</summary>
internal sealed class PersonPage(ReadArticle article, Entity person, PersonSeen? seen, Edition edition)
{
    private const int MostQuotations = 12;
    private const int MostSentences = 8;
    private const int MostCompany = 6;

    public Reply Answer()
    {
        var blocks = new List<ReplyBlock>
        {
            new HeadingBlock([
                article.NameOf(person, isStrong: true),
                new Small($" · {ArticleLines.TitleOf(article.Article)}"),
            ]),
        };
        blocks.AddRange(ArticleLines.Below(article, edition));
        blocks.Add(new BulletBlock([.. Facts()]));
        blocks.AddRange(QuotationsBy());
        blocks.AddRange(SentencesAbout());
        if (Company() is { Count: > 0 } company)
            blocks.Add(new ParagraphBlock(edition.Line("who.company", ("names", company))));
        if (seen is { Articles: > 1 })
            blocks.Add(new SmallPrintBlock(OverAllArticles(seen)));
        blocks.Add(new ButtonBlock(Buttons()));
        return new Reply(blocks);
    }

    private IEnumerable<IReadOnlyList<Inline>> Facts()
    {
        if (Roles() is { Count: > 0 } roles)
            yield return roles;
        if (person.Aliases.Count > 0)
            yield return edition.Line("who.also", ("names", string.Join(", ", person.Aliases)));
        if (Descriptions() is { Count: > 0 } descriptions)
            yield return edition.Line("who.described", ("words", descriptions));
        var names = person.Mentions.Count(m => m.Kind == MentionKind.Name);
        var described = person.Mentions.Count(m => m.Kind == MentionKind.Description);
        var line = edition.Say("who.mentions", ("count", names + described));
        if (described > 0)
            line = edition.Say("who.mentions-of-which", ("mentions", line), ("count", described));
        var places = person.Mentions.Where(m => m.Kind != MentionKind.Pronoun).Select(m => m.Span.Start);
        yield return [new Plain($"{line} "), new Small(Sparkline.Of(places, article.Text.Length))];
    }

    /// <summary>Every role as written, each with the paragraph that says so.</summary>
    private List<Inline> Roles() => Listed(person.Roles.DistinctBy(r => Unaccented.Of(r.Of(article.Text))));

    private List<Inline> Descriptions() =>
        Listed(
            person
                .Mentions.Where(m => m.Kind == MentionKind.Description)
                .Select(m => m.Span)
                .DistinctBy(s => Unaccented.Of(s.Of(article.Text)))
        );

    private List<Inline> Listed(IEnumerable<TextSpan> spans)
    {
        var words = new List<Inline>();
        foreach (var span in spans)
        {
            if (words.Count > 0)
                words.Add(new Plain(", "));
            words.Add(article.Clip(span));
            if (article.ParagraphAt(span.Start) is { } paragraph)
                words.Add(new Small($" ({edition.Say("place.paragraph", ("number", paragraph))})"));
        }

        return words;
    }

    private IEnumerable<ReplyBlock> QuotationsBy()
    {
        var said = Saying.AllOf(article.Read.Quotations).Where(u => u.IsBy(person.Id)).ToList();
        if (said.Count == 0)
            yield break;
        yield return new ParagraphBlock([
            new Strong(edition.Say("quotes.count", ("count", said.Sum(u => u.Stretches.Count)))),
        ]);
        var entry = new QuoteEntry(article, edition);
        foreach (var utterance in said.Take(MostQuotations))
            yield return entry.Of(utterance);
        if (said.Count > MostQuotations)
            yield return new SmallPrintBlock(edition.Print("quotes.more", ("count", said.Count - MostQuotations)));
    }

    private IEnumerable<ReplyBlock> SentencesAbout()
    {
        var about = person
            .Mentions.Where(m => m.Kind != MentionKind.Pronoun)
            .Select(m => article.SentenceAt(m.Span.Start))
            .OfType<int>()
            .Distinct()
            .Order()
            .ToList();
        if (about.Count == 0)
            yield break;
        yield return new ParagraphBlock([
            new Strong(edition.Say("who.sentences", ("count", about.Count), ("name", PersonLines.ShortName(person)))),
        ]);
        yield return new NumberedBlock([
            .. about
                .Take(MostSentences)
                .Select(i => new NumberedItem(i + 1, article.Words(article.Read.Sentences[i].Span), [])),
        ]);
        if (about.Count > MostSentences)
            yield return new SmallPrintBlock(
                edition.Print("who.more-sentences", ("count", about.Count - MostSentences))
            );
    }

    /// <summary>Who is named in the same sentences, the most often first.</summary>
    private List<Inline> Company()
    {
        var sentences = SentencesOf(person);
        return PersonLines
            .List(
                article,
                article
                    .Read.Entities.Where(e => e.Id != person.Id && e.Type == EntityType.Person)
                    .Select(e => (Entity: e, Together: SentencesOf(e).Count(sentences.Contains)))
                    .Where(e => e.Together > 0)
                    .OrderByDescending(e => e.Together)
                    .ThenBy(e => e.Entity.Id)
                    .Take(MostCompany)
                    .Select(e => e.Entity)
            )
            .ToList();
    }

    private HashSet<int> SentencesOf(Entity entity) =>
        [
            .. entity
                .Mentions.Where(m => m.Kind != MentionKind.Pronoun)
                .Select(m => article.SentenceAt(m.Span.Start))
                .OfType<int>(),
        ];

    private IReadOnlyList<Inline> OverAllArticles(PersonSeen over) =>
        edition.Print(
            "who.over-all",
            ("count", over.Articles),
            ("first", over.First.On),
            ("last", over.Last.On),
            ("search", new CommandHint($"/search {PersonLines.ShortName(person)}"))
        );

    private List<ReplyButton> Buttons()
    {
        var buttons = new List<ReplyButton>();
        if (article.Read.Quotations.Any(q => q.IsBy(person.Id) && q.Kind != QuotationKind.Phrase))
            buttons.Add(
                ArticleLines.Button(
                    article,
                    edition.Say("button.by", ("name", PersonLines.ShortName(person))),
                    "quotes",
                    $"by:\"{person.Name.Replace('"', ' ')}\"",
                    $"by:{PersonLines.Typed(person)}"
                )
            );
        buttons.Add(ArticleLines.Button(article, edition.Say("button.everyone"), "who"));
        buttons.Add(ArticleLines.Button(article, edition.Say("button.summary"), "summary"));
        return buttons;
    }
}
