using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Typed;
using Bot.Core.Places;
using Bot.Core.Spelling;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Sifting;

/// <summary>Reads what a list is to be sifted by: <c>from:</c>, <c>since:</c>, <c>lang:</c>, <c>by:</c> and <c>topic:</c>.</summary>
internal sealed class SiftReader(
    OutletStore outlets,
    PersonStore people,
    PlaceBook places,
    TopicBook topics,
    TopicShelf shelf,
    TimeProvider time
)
{
    public static readonly OptionDescription From = new("from", "option.from", OptionKind.Outlet, []);
    public static readonly OptionDescription Since = new("since", "option.since", OptionKind.Moment, []);
    public static readonly OptionDescription Language = new("lang", "option.lang", OptionKind.Language, []);
    public static readonly OptionDescription By = new("by", "search.by", OptionKind.Person, []);
    public static readonly OptionDescription OnTopic = new("topic", "option.topic", OptionKind.Topic, []);

    private const int MostNamed = 5;

    /// <param name="list">Lists what the sift leaves.</param>
    /// <returns>Its answer; where an option is wrong, a sentence that says so.</returns>
    public async Task<Reply> AnswerAsync(
        CommandCall call,
        Audience reader,
        Edition edition,
        Func<Sift, Task<Reply>> list,
        CancellationToken cancellation
    ) =>
        await ReadAsync(call, reader, edition, cancellation) switch
        {
            SiftReading.Understood understood => await list(understood.Sift),
            SiftReading.Wrong wrong => wrong.Answer,
            _ => throw new InvalidOperationException("Options are understood or wrong."),
        };

    private async Task<SiftReading> ReadAsync(
        CommandCall call,
        Audience reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var terms = new List<SiftTerm>();
        if (call.Option(From.Name) is { } from)
        {
            var seen = await outlets.SeenByAsync(reader, cancellation);
            if (OutletMatch.Find(from, seen, edition) is not { } outlet)
                return NoOutlet(from, seen, call, edition);
            terms.Add(
                new SiftTerm(
                    From.Name,
                    edition.Say("sift.from", ("name", Excerpt.Of(outlet.Name))),
                    from,
                    f => f with { From = outlet }
                )
            );
        }

        if (call.Option(By.Name) is { } by)
        {
            if (await QuotedAsync(by, reader, cancellation) is not var (name, names))
                return Wrong(edition.Line("sift.by-unknown", ("value", Excerpt.Of(by))), Again(call, By.Name, edition));
            terms.Add(
                new SiftTerm(
                    By.Name,
                    edition.Say("sift.by", ("name", Excerpt.Of(name))),
                    by,
                    f => f with { QuotedNames = names }
                )
            );
        }

        if (call.Option(Since.Name) is { } since)
        {
            var now = time.GetUtcNow();
            var zone = await places.ZoneOfAsync(call.Place, cancellation) ?? time.LocalTimeZone;
            if (SinceWords.TryRead(since, now, zone) is not { } moment)
                return NoMoment("sift.since-unknown", since, call, edition);
            if (moment > now)
                return NoMoment("sift.since-ahead", since, call, edition);
            terms.Add(
                new SiftTerm(
                    Since.Name,
                    edition.Say("sift.since", ("when", Said(moment, edition))),
                    SinceWords.Written(moment),
                    f => f with { Since = moment }
                )
            );
        }

        if (call.Option(Language.Name) is { } language)
        {
            if (LanguageWords.TryRead(language, edition) is not { } tag)
                return NoLanguage(language, call, edition);
            terms.Add(
                new SiftTerm(
                    Language.Name,
                    edition.Say("sift.lang", ("language", edition.LanguageName(tag))),
                    tag,
                    f => f with { Language = tag }
                )
            );
        }

        if (call.Option(OnTopic.Name) is { } named)
        {
            var known = await topics.OfAsync(call.Place, cancellation);
            if (TopicPick.Find(named, known) is not { } topic)
                return NoTopic(named, known, call, edition);
            terms.Add(
                new SiftTerm(
                    OnTopic.Name,
                    edition.Say("sift.topic", ("name", topic.Name)),
                    topic.Name,
                    // Of what the other terms leave: an older article that fits them is not passed over for a newer one that does not.
                    async (f, stop) =>
                        f with
                        {
                            Among = await shelf.TakenAsync(topic, reader, f, call.Option("words"), stop),
                        }
                )
            );
        }

        return new SiftReading.Understood(await Sift.OfAsync(terms, cancellation));
    }

    /// <returns>Whom it means, and every folded name that is looked for; null where nobody is called so, or nearly so.</returns>
    private async Task<(string Name, IReadOnlyList<string> Names)?> QuotedAsync(
        string typed,
        Audience reader,
        CancellationToken cancellation
    )
    {
        var found = await people.FindPersonAsync(typed, reader, cancellation);
        if (found.Count == 0)
            return await people.NearestPeopleAsync(typed, reader, 1, cancellation) is [var nearest]
                ? (nearest.Name, [Unaccented.Of(nearest.Name)])
                : null;

        var name = found.Select(p => p.Name).Distinct().ToList() is [var one] ? one : typed;
        return (name, [.. found.Select(p => Unaccented.Of(p.Name)).Append(Unaccented.Of(typed)).Distinct()]);
    }

    private static SiftReading.Wrong NoOutlet(
        string value,
        IReadOnlyList<Outlet> seen,
        CommandCall call,
        Edition edition
    )
    {
        if (seen.Count == 0)
            return new SiftReading.Wrong(ArticleLines.NoneYet(edition));
        return Wrong(
            OutletMatch.NoSuch(value, seen, edition),
            [
                .. OutletMatch
                    .Nearest(value, seen)
                    .Select(o => new ReplyButton(Excerpt.Of(o.Name), Line(call, From.Name, o.Name), IsInPlace: true)),
            ]
        );
    }

    private static SiftReading.Wrong NoTopic(
        string value,
        IReadOnlyList<Topic> known,
        CommandCall call,
        Edition edition
    ) =>
        Wrong(
            TopicNames.NoSuch(value, known, words => new CommandHint($"/topic {words}"), edition),
            [
                .. known
                    .Take(MostNamed)
                    .Select(t => new ReplyButton(t.Name, Line(call, OnTopic.Name, t.Name), IsInPlace: true)),
            ]
        );

    private static SiftReading.Wrong NoMoment(string key, string value, CommandCall call, Edition edition)
    {
        var example = edition.Say("sift.since-example");
        return Wrong(
            edition.Line(
                key,
                ("value", Excerpt.Of(value)),
                ("example", new CommandHint(Line(call, Since.Name, example)))
            ),
            [
                new ReplyButton(
                    edition.Say("sift.since", ("when", example)),
                    Line(call, Since.Name, example),
                    IsInPlace: true
                ),
            ]
        );
    }

    private static SiftReading.Wrong NoLanguage(string value, CommandCall call, Edition edition)
    {
        var tag = LanguageWords.Nearest(value, edition) ?? LanguageWords.Instance;
        return Wrong(
            LanguageWords.NoSuch(value, t => new CommandHint(Line(call, Language.Name, t)), edition),
            [new ReplyButton(edition.LanguageName(tag), Line(call, Language.Name, tag), IsInPlace: true)]
        );
    }

    private static IReadOnlyList<ReplyButton> Again(CommandCall call, string without, Edition edition) =>
        [new ReplyButton(edition.Say("button.without-it"), Line(call, without, null), IsInPlace: true)];

    /// <summary>The same command with another value for one option, or without it; from its first page.</summary>
    private static string Line(CommandCall call, string option, string? value)
    {
        var words = call.Option("words") is { } typed ? $" \"{typed.Replace('"', ' ')}\"" : "";
        var others = call
            .Options.Where(o => o.Key != option && o.Key is not ("words" or "page"))
            .Select(o => $" {o.Key}:\"{o.Value.Replace('"', ' ')}\"");
        var own = value is null
            ? ""
            : $" {option}:{(value.Contains(' ', StringComparison.Ordinal) ? $"\"{value.Replace('"', ' ')}\"" : value)}";
        return $"/{call.Name}{words}{string.Concat(others)}{own}";
    }

    private static string Said(DateTimeOffset moment, Edition edition) =>
        moment.TimeOfDay == TimeSpan.Zero
            ? edition.Day(moment)
            : edition.Say("date.moment", ("day", moment), ("time", moment.ToString("HH:mm", edition.Language)));

    private static SiftReading.Wrong Wrong(IReadOnlyList<Inline> words, IReadOnlyList<ReplyButton> buttons) =>
        new(Reply.Of(words, [.. buttons]));
}
