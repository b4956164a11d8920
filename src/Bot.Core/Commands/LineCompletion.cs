using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Places.Zones;
using Bot.Core.Spelling;
using Bot.Core.Texts;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>Goes on with a line that someone is typing: commands, options, choices, people and headlines.</summary>
public sealed class LineCompletion(
    CommandCatalog catalog,
    ArticleStore articles,
    PersonStore people,
    OptionCompletion options
)
{
    private const int MostPeople = 400;
    private const int MostTitles = 100;
    private const int LongestTitle = 60;

    /// <returns>Where the part begins that is to be replaced, and what may stand in its place.</returns>
    public async Task<(int Start, IReadOnlyList<string> Words)> CompleteAsync(
        string line,
        Destination place,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var reader = Sight.From(place);
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
        {
            var names = catalog.Descriptions.Select(d => $"/{d.Name}");
            return (0, [.. names.Where(n => n.StartsWith(line.StartsWith('/') ? line : $"/{line}", Ignoring))]);
        }

        if (catalog.Find(line[..blank].TrimStart('/')) is not { Description: var command })
            return (line.Length, []);
        if (OpenZone(line, command) is { } zone)
            return (zone, [.. ZoneNames.StartingWith(line[zone..])]);
        var start = line.LastIndexOf(' ') + 1;
        var word = line[start..];
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && command.Options.FirstOrDefault(o => o.Name.Equals(word[..colon], Ignoring)) is { } named)
            return (
                start + colon + 1,
                await ValuesAsync(command, named, word[(colon + 1)..], place, edition, cancellation)
            );

        List<string> words =
        [
            .. command
                .Options.Where(o => !o.IsUnnamed && o.Kind != OptionKind.ArticleChoice)
                .Select(o => $"{o.Name}:")
                .Where(o => o.StartsWith(word, Ignoring)),
            .. command
                .Options.Where(o => o is { Kind: OptionKind.Choice, IsByNameAlone: false })
                .SelectMany(o => o.Choices)
                .Where(c => word.Length > 0 && c.StartsWith(word, Ignoring)),
        ];
        if (command.Options.FirstOrDefault(o => o.IsUnnamed) is { } unnamed)
        {
            words.AddRange(await ValuesAsync(command, unnamed, word, place, edition, cancellation));
            return (start, words);
        }

        var typed = line[(blank + 1)..].TrimStart();
        if (words.Count == 0 && typed.Length > 0 && command.Options.Any(o => o.Kind == OptionKind.ArticleChoice))
            return (line.Length - typed.Length, await TitlesAsync(typed, reader, cancellation));
        if (word.Length == 0 && command.Options.Any(o => o.Kind == OptionKind.ArticleChoice))
            words.Add(edition.Say("typed.latest").Split(' ')[0]);
        return (start, words);
    }

    private static StringComparison Ignoring => StringComparison.OrdinalIgnoreCase;

    /// <returns>Where the name of a zone begins that is still being typed, blanks included: "zone:new y". Null where none is.</returns>
    private static int? OpenZone(string line, CommandDescription command)
    {
        foreach (var option in command.Options.Where(o => o.Kind == OptionKind.Zone))
        {
            var named = $" {option.Name}:";
            var at = line.LastIndexOf(named, Ignoring);
            if (
                at >= 0
                && line[(at + named.Length)..] is var typed
                && (typed.Length == 0 || ZoneNames.IsBeginning(typed))
            )
                return at + named.Length;
        }

        return null;
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(
        CommandDescription command,
        OptionDescription option,
        string typed,
        Destination place,
        Edition edition,
        CancellationToken cancellation
    ) =>
        option.Kind switch
        {
            OptionKind.Choice => [.. option.Choices.Where(c => c.StartsWith(typed, Ignoring))],
            // In a line a person is called by the last name, and an article by words of its title.
            OptionKind.Person => await NamesAsync(Unaccented.Of(typed), Sight.From(place), cancellation),
            OptionKind.ArticleChoice => [],
            _ =>
            [
                .. (
                    await options.SuggestAsync(command, option, typed.TrimStart('"'), place, edition, cancellation)
                ).Select(s => TypedWord.Marked(s.Label)),
            ],
        };

    /// <summary>The newest article's first, then everyone's; by any word of the name.</summary>
    private async Task<IReadOnlyList<string>> NamesAsync(string typed, Audience reader, CancellationToken cancellation)
    {
        var names = new List<string>();
        if (await articles.LatestAsync(reader, 1, 0, cancellation) is [var newest])
        {
            var read = await articles.ReadAsync(newest, cancellation);
            names.AddRange(read.Entities.Where(e => e.Type == EntityType.Person).Select(PersonLines.Typed));
        }

        var known = await people.PeopleAsync(EntityType.Person, reader, MostPeople, 0, cancellation);
        names.AddRange(known.Select(p => Unaccented.Of(p.Name.Split(' ')[^1])));
        return [.. names.Where(n => n.StartsWith(typed, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string typed, Audience reader, CancellationToken cancellation)
    {
        var wanted = Unaccented.Of(typed);
        var newest = await articles.LatestAsync(reader, MostTitles, 0, cancellation);
        return
        [
            .. newest
                .Select(a => a.Title)
                .Where(t => $" {Unaccented.Of(t)}".Contains($" {wanted}", StringComparison.Ordinal))
                .Select(Shortened)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Shortened(string title) =>
        title.Length <= LongestTitle || title.LastIndexOf(' ', LongestTitle) is not (> 0 and var blank)
            ? title
            : title[..blank];
}
