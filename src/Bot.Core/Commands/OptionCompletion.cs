using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Sifting;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Feeds.Following;
using Bot.Core.Places.Zones;
using Bot.Core.Spelling;
using Bot.Core.Texts;
using Bot.Core.Topics;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <param name="Label">What is shown to choose.</param>
/// <param name="Value">What the option says then.</param>
public sealed record Suggestion(string Label, string Value);

/// <summary>What one option of a command may say, for platforms that ask while it is being filled in.</summary>
public sealed class OptionCompletion(
    CommandCatalog catalog,
    ArticleStore articles,
    PersonStore people,
    OutletStore outlets,
    DigestBook digests,
    FeedBook feeds,
    TopicBook topics
)
{
    private const int MostTitles = 200;
    private const int MostPeople = 400;

    /// <param name="typed">The beginning of it, or a word of it; empty for what is nearest at hand.</param>
    /// <returns>The likeliest first.</returns>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(
        CommandDescription command,
        OptionDescription option,
        string typed,
        Destination place,
        Edition edition,
        CancellationToken cancellation
    ) =>
        (option.Kind, option.Name) switch
        {
            (OptionKind.ArticleChoice, _) => await TitlesAsync(typed, Sight.From(place), edition, cancellation),
            (OptionKind.Person, _) => await NamesAsync(typed, Sight.From(place), cancellation),
            (OptionKind.Outlet, _) => await OutletsAsync(typed, Sight.From(place), cancellation),
            (OptionKind.Moment, _) =>
            [
                .. edition.Say("sift.since-some").Split('|').Where(m => IsIn(m, typed)).Select(Same),
            ],
            (OptionKind.Language, _) =>
            [
                .. LanguageWords
                    .All(edition)
                    .Where(l => IsIn(l.Name, typed) || l.Tag == typed.Trim())
                    .Select(l => new Suggestion(l.Name, l.Tag)),
            ],
            (OptionKind.Rhythm, _) =>
            [
                .. RhythmWords
                    .Choices.Where(c => c.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase))
                    .Select(Same),
            ],
            (OptionKind.Zone, _) => [.. ZoneNames.StartingWith(typed.Trim()).Select(Same)],
            (OptionKind.Feed, DigestScopeReader.Feeds) => Further(
                typed,
                (await feeds.OfAsync(place, cancellation)).Select(f => f.Name)
            ),
            (OptionKind.Feed, _) =>
            [
                .. (await feeds.OfAsync(place, cancellation))
                    .Select(f => f.Name)
                    .Where(n => IsIn(n, typed))
                    .Select(Same),
            ],
            (OptionKind.Topic, DigestScopeReader.Topics) => Further(
                typed,
                (await topics.OfAsync(place, cancellation)).Select(t => t.Name)
            ),
            (OptionKind.Topic, _) =>
            [
                .. (await topics.OfAsync(place, cancellation))
                    .Select(t => t.Name)
                    .Where(n => IsIn(n, typed))
                    .Select(Same),
            ],
            (OptionKind.Text, "name") when command.IsAboutThePlace => await DigestsAsync(typed, place, cancellation),
            (OptionKind.Text, "command") =>
            [
                .. catalog.Descriptions.Select(d => d.Name).Where(n => IsIn(n, typed.TrimStart('/'))).Select(Same),
            ],
            _ => [],
        };

    /// <summary>Whether there is anything to suggest for the option at all.</summary>
    public static bool Knows(CommandDescription command, OptionDescription option) =>
        option.Kind
            is OptionKind.ArticleChoice
                or OptionKind.Person
                or OptionKind.Zone
                or OptionKind.Rhythm
                or OptionKind.Outlet
                or OptionKind.Feed
                or OptionKind.Topic
                or OptionKind.Moment
                or OptionKind.Language
        || option.Kind == OptionKind.Text
            && (option.Name == "command" || option.Name == "name" && command.IsAboutThePlace);

    private async Task<IReadOnlyList<Suggestion>> TitlesAsync(
        string typed,
        Audience reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var newest = await articles.LatestAsync(reader, MostTitles, 0, cancellation);
        return [.. newest.Where(a => IsIn(a.Title, typed)).Select(a => new Suggestion(Dated(a, edition), $"#{a.Id}"))];
    }

    /// <summary>The newest article's first, then everyone's.</summary>
    private async Task<IReadOnlyList<Suggestion>> NamesAsync(
        string typed,
        Audience reader,
        CancellationToken cancellation
    )
    {
        var names = new List<string>();
        if (await articles.LatestAsync(reader, 1, 0, cancellation) is [var newest])
        {
            var read = await articles.ReadAsync(newest, cancellation);
            names.AddRange(read.Entities.Where(e => e.Type == EntityType.Person).Select(e => e.Name));
        }

        names.AddRange(
            (await people.PeopleAsync(EntityType.Person, reader, MostPeople, 0, cancellation)).Select(p => p.Name)
        );
        return [.. names.Where(n => IsIn(n, typed)).Distinct(StringComparer.Ordinal).Select(Same)];
    }

    private async Task<IReadOnlyList<Suggestion>> OutletsAsync(
        string typed,
        Audience reader,
        CancellationToken cancellation
    ) =>
        [
            .. (await outlets.SeenByAsync(reader, cancellation))
                .Select(o => o.Name)
                .Where(n => IsIn(n, typed))
                .Select(Same),
        ];

    private async Task<IReadOnlyList<Suggestion>> DigestsAsync(
        string typed,
        Destination place,
        CancellationToken cancellation
    )
    {
        var seen = await digests.SeenFromAsync(place, cancellation);
        return [.. seen.Digests.Select(d => d.Name).Where(n => IsIn(n, typed)).Select(Same)];
    }

    /// <summary>Of names divided by commas, those that may be the last; one that holds a comma could not be told from two.</summary>
    private static IReadOnlyList<Suggestion> Further(string typed, IEnumerable<string> names)
    {
        var last = typed.LastIndexOf(',') + 1;
        var before = typed[..last].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. names
                .Where(n => IsIn(n, typed[last..]) && !n.Contains(',', StringComparison.Ordinal))
                .Except(before, StringComparer.OrdinalIgnoreCase)
                .Select(n => Same(string.Join(',', before.Append(n)))),
        ];
    }

    private static string Dated(Article article, Edition edition) =>
        article.Published is { } day ? $"{day.ToString("d MMM", edition.Language)} · {article.Title}" : article.Title;

    private static Suggestion Same(string words) => new(words, words);

    /// <summary>By the beginning of any word, whatever its case and accents.</summary>
    private static bool IsIn(string words, string typed) =>
        $" {Unaccented.Of(words)}".Contains($" {Unaccented.Of(typed).Trim()}", StringComparison.Ordinal);
}
