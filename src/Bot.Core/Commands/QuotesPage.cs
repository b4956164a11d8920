using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Typed;
using Bot.Core.Spelling;
using Bot.Core.Texts;
using Bot.Text.Names;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary>Who said what in one article, speaker by speaker.</summary>
internal sealed class QuotesPage(ReadArticle article, Edition edition)
{
    private const int MostEntries = 50;
    private const int MostPhrases = 12;

    public Reply Answer(string? by, string? about, int page)
    {
        var utterances = Saying.AllOf(article.Read.Quotations);
        if (utterances.Count == 0)
            return NobodyQuoted();
        if (by is not null)
        {
            var quoted = utterances
                .SelectMany(u => u.SpeakerIds())
                .Distinct()
                .Order()
                .Select(article.Entity)
                .OfType<Entity>();
            switch (NameMatch.Best(by, quoted, article.Text))
            {
                case []:
                    return NotQuoted(by, utterances);
                case [var speaker]:
                    utterances = [.. utterances.Where(u => u.IsBy(speaker.Id))];
                    break;
                case var several:
                    return Choice(by, several, about);
            }
        }

        if (about is not null)
        {
            var asked = new AskedAbout(article, about);
            utterances = [.. utterances.Where(asked.IsIn)];
            if (utterances.Count == 0)
                return Reply.Of(
                    edition.Line("quotes.nothing-about", ("about", Excerpt.Of(about))),
                    ArticleLines.Button(article, edition.Say("button.all-quotes"), "quotes")
                );
        }

        return Show(utterances, Asked(by, about), page);
    }

    private Reply Show(IReadOnlyList<Saying> utterances, string? filter, int page)
    {
        var shown = utterances
            .GroupBy(SpeakerKey)
            .OrderBy(g => g.Key.Rank)
            .ThenBy(g => g.First().First.Span.Start)
            .SelectMany(g => g)
            .Skip((page - 1) * MostEntries)
            .Take(MostEntries)
            .ToList();
        if (shown.Count == 0)
            return Reply.Of(edition.Line("page.none", ("number", page)));
        var blocks = new List<ReplyBlock> { ArticleLines.Heading(Count(utterances), article.Article) };
        blocks.AddRange(ArticleLines.Below(article, edition));
        var entry = new QuoteEntry(article, edition);
        foreach (var group in shown.GroupBy(SpeakerKey))
        {
            blocks.Add(new ParagraphBlock(Speaker(group.First())));
            blocks.AddRange(group.Select(entry.Of));
        }

        var left = utterances.Count - page * MostEntries;
        if (left > 0)
            blocks.Add(new SmallPrintBlock(edition.Print("quotes.more", ("count", left))));
        if (filter is null)
            blocks.AddRange(Phrases());
        blocks.Add(new ButtonBlock(Buttons(utterances, filter, left > 0 ? page + 1 : null)));
        return new Reply(blocks);
    }

    /// <summary>Named speakers by importance, then those who are described alone, then nobody.</summary>
    private (int Rank, string Words) SpeakerKey(Saying utterance) =>
        utterance.SpeakerId is { } id ? (id, "")
        : utterance.Told is { Mention: { } mention, Resolution: not SpeakerResolution.Pronoun }
            ? (int.MaxValue - 1, Unaccented.Of(mention.Of(article.Text)))
        : (int.MaxValue, "");

    private IReadOnlyList<Inline> Speaker(Saying utterance)
    {
        if (utterance.SpeakerId is { } id && article.Entity(id) is { } speaker)
            return PersonLines.NameAndRole(article, speaker);
        if (utterance.Told is { Together: not null, Mention: { } both })
            return [article.Clip(both, isStrong: true)];
        return utterance.Told switch
        {
            { Mention: null } or { Resolution: SpeakerResolution.Pronoun } =>
            [
                new Strong(edition.Say("quotes.unknown")),
            ],
            // A name that stands for nobody else in the text.
            { Mention: { } name, Resolution: SpeakerResolution.Named } => [article.Clip(name, isStrong: true)],
            { Mention: { } mention } =>
            [
                article.Clip(mention, isStrong: true),
                new Small($" · {edition.Say("quotes.not-named")}"),
            ],
        };
    }

    /// <summary>"12 quotations, 5 people and 1 place"</summary>
    private string Count(IReadOnlyList<Saying> utterances)
    {
        var quotations = edition.Say("quotes.count", ("count", utterances.Sum(u => u.Stretches.Count)));
        var speakers = utterances
            .SelectMany(u => u.SpeakerIds())
            .Distinct()
            .Select(article.Entity)
            .OfType<Entity>()
            .ToList();
        string?[] kinds =
        [
            KindCount(speakers, EntityType.Person, "count.people"),
            KindCount(speakers, EntityType.Place, "count.places"),
            KindCount(speakers, EntityType.Organisation, "count.organisations"),
        ];
        return speakers.Count == 0
            ? quotations
            : edition.Say(
                "quotes.count-by",
                ("quotations", quotations),
                ("speakers", edition.And([.. kinds.OfType<string>()]))
            );
    }

    private string? KindCount(List<Entity> speakers, EntityType type, string key) =>
        speakers.Count(s => s.Type == type) is > 0 and var count ? edition.Say(key, ("count", count)) : null;

    private IEnumerable<ReplyBlock> Phrases()
    {
        var phrases = article
            .Read.Quotations.Where(q => q.Kind == QuotationKind.Phrase)
            .Select(q => WithoutComma(q.Span.TrimmedIn(article.Text)))
            .Where(s => !s.IsEmpty)
            .DistinctBy(s => Unaccented.Of(s.In(article.Text)))
            .Take(MostPhrases)
            .ToList();
        if (phrases.Count == 0)
            yield break;
        var words = new List<Inline>();
        foreach (var phrase in phrases)
        {
            if (words.Count > 0)
                words.Add(new Plain(", "));
            words.AddRange([
                new Plain(edition.Say("quote.open")),
                .. article.Words(phrase),
                new Plain(edition.Say("quote.close")),
            ]);
        }

        yield return new ParagraphBlock(edition.Line("quotes.phrases", ("phrases", words)));
    }

    /// <summary>The comma is the sentence's, though American print sets it inside the marks.</summary>
    private TextSpan WithoutComma(TextSpan phrase) =>
        !phrase.IsEmpty && article.Text[phrase.End - 1] is ',' or ';' or '.'
            ? new TextSpan(phrase.Start, phrase.Length - 1)
            : phrase;

    private Reply NobodyQuoted() =>
        new([
            ArticleLines.Heading(edition.Say("quotes.count", ("count", 0)), article.Article),
            .. ArticleLines.Below(article, edition),
            new ParagraphBlock(edition.Line("quotes.nobody")),
            .. Phrases(),
            new ButtonBlock([
                ArticleLines.Button(article, edition.Say("button.summary"), "summary"),
                ArticleLines.Button(article, edition.Say("button.who"), "who"),
            ]),
        ]);

    private Reply NotQuoted(string by, IReadOnlyList<Saying> utterances)
    {
        var quoted = utterances
            .SelectMany(u => u.SpeakerIds())
            .Distinct()
            .Order()
            .Select(article.Entity)
            .OfType<Entity>()
            .ToList();
        var named = NameMatch.Best(by, article.Read.Entities, article.Text);
        var line = named is [var person]
            ? edition.Line("quotes.named-not-quoted", ("name", article.NameOf(person, isStrong: true)))
            : edition.Line("quotes.nobody-called", ("name", Excerpt.Of(by)));
        return new Reply([
            new HeadingBlock(ArticleLines.Title(article.Article)),
            .. ArticleLines.Below(article, edition),
            new ParagraphBlock([
                .. line,
                new Plain(" "),
                .. quoted.Count == 0
                    ? []
                    : edition.Line("quotes.quoted-are", ("names", PersonLines.List(article, quoted.Take(MostPhrases)))),
            ]),
            new ButtonBlock([
                .. quoted.Take(4).Select(e => ByButton(e)),
                ArticleLines.Button(article, edition.Say("button.all-quotes"), "quotes"),
            ]),
        ]);
    }

    private Reply Choice(string by, IReadOnlyList<Entity> several, string? about) =>
        new([
            new ParagraphBlock(edition.Line("who.several", ("count", several.Count), ("name", Excerpt.Of(by)))),
            new BulletBlock([.. several.Take(MostPhrases).Select(e => PersonLines.NameAndRole(article, e))]),
            new ButtonBlock([.. several.Take(MostPhrases).Select(e => ByButton(e, about))]),
        ]);

    /// <summary>The options that ask for the same again; null where nothing was asked for.</summary>
    private static string? Asked(string? by, string? about)
    {
        var options = $"{Option("by", by)} {Option("about", about)}".Trim();
        return options.Length == 0 ? null : options;

        static string Option(string name, string? value) =>
            value is null ? "" : $"{name}:\"{value.Replace('"', ' ')}\"";
    }

    private ReplyButton ByButton(Entity speaker, string? about = null)
    {
        return ArticleLines.Button(
            article,
            edition.Say("button.by", ("name", PersonLines.ShortName(speaker))),
            "quotes",
            Asked(speaker.Name, about),
            about is null ? $"by:{PersonLines.Typed(speaker)}" : null
        );
    }

    private List<ReplyButton> Buttons(IReadOnlyList<Saying> utterances, string? filter, int? next)
    {
        var buttons = new List<ReplyButton>();
        if (next is { } page)
            buttons.Add(
                ArticleLines.Button(
                    article,
                    edition.Say("button.next"),
                    "quotes",
                    $"{filter} page:{page}".TrimStart()
                ) with
                {
                    IsInPlace = true,
                }
            );
        if (filter is not null)
            buttons.Add(ArticleLines.Button(article, edition.Say("button.all-quotes"), "quotes"));
        else if (
            utterances.SelectMany(u => u.SpeakerIds()).Distinct().ToList() is { Count: > 1 } speakers
            && article.Entity(speakers.Min()) is { } first
        )
            buttons.Add(ByButton(first));
        buttons.Add(ArticleLines.Button(article, edition.Say("button.summary"), "summary"));
        buttons.Add(ArticleLines.Button(article, edition.Say("button.read"), "read"));
        return buttons;
    }
}
