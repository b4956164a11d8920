using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest add at:07:30 zone:Europe/Berlin days:mon-fri</c></summary>
internal sealed class DigestAdding(
    DigestBook book,
    PlaceBook places,
    DigestAnswer answers,
    IEnumerable<IChatPlatform> platforms
)
{
    /// <summary>The options that make a plan, in the order in which they read well.</summary>
    private static readonly string[] Planning = ["at", "zone", "days", "size"];

    /// <summary>One look to add it, one to see it; more where another command wants the same name at the same moment.</summary>
    private const int MostLooks = 4;

    public async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (call.Option("at") is not { } at)
            return Reply.Of(edition.Line("digest.at-missing", ("example", Example(call, meant, ("at", "07:30")))));
        if (ClockTime.TryParse(at) is not { } time)
            return Reply.Of(
                edition.Line(
                    "digest.at-wrong",
                    ("value", Excerpt.Of(at)),
                    ("example", Example(call, meant, ("at", "07:30")))
                )
            );
        if (DigestDays.TryParse(call.Option("days") ?? "daily") is not { } days)
            return Reply.Of(
                edition.Line(
                    "digest.days-wrong",
                    ("value", Excerpt.Of(call.Option("days")!)), // Without the option, the days are right.
                    ("example", Example(call, meant, ("days", "mon-fri")))
                )
            );
        var given = NameOf(call);
        if (given is { Length: > DigestOptions.LongestName })
            return Reply.Of(edition.Line("digest.name-long", ("count", DigestOptions.LongestName)));

        var zone = await places.ZoneOfAsync(meant.Place, cancellation);
        if (call.Option("zone") is { } written)
        {
            var read = ZoneWords.Read(written, edition, name => Example(call, meant, ("zone", name)));
            if (read.Wrong is { } wrong)
                return wrong;
            zone = read.Zone;
        }

        if (zone is null)
            return Reply.Of(edition.Line("zone.which", ("example", Example(call, meant, ("zone", "Europe/Berlin")))));

        var usual = await places.SizeOfAsync(meant.Place, cancellation) ?? ReadingSize.Normal;
        var size = DigestOptions.ParseSize(call.Option("size") ?? ReadingSizes.Word(usual)) ?? DigestSize.Normal;
        return await AddAsync(
            new DigestSchedule(new DigestOrder(given ?? "", meant.Place, zone, size), time, days),
            call.Asker,
            meant,
            edition,
            cancellation
        );
    }

    /// <param name="wished">Without a name where none was given.</param>
    private async Task<Reply> AddAsync(
        DigestSchedule wished,
        Asker asker,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var isNamed = wished.Name.Length > 0;
        for (var look = 0; look < MostLooks; look++)
        {
            var plan = await book.ReadAsync(cancellation);
            var here = plan.Digests.Where(d => d.Destination == meant.Place).ToList();
            // Given twice, or once and then once more after a crash: it is there.
            if (here.Find(d => IsSame(d, wished) && (!isNamed || d.IsCalled(wished.Name))) is { } same)
            {
                await RememberZoneAsync(same, cancellation);
                await RememberTitleAsync(same.Destination, cancellation);
                return await answers.IsPlannedAsync(same, meant.Asked, edition, cancellation);
            }

            if (isNamed && here.Find(d => d.IsCalled(wished.Name)) is { } other)
                return await answers.NameTakenAsync(other, meant.Asked, edition, cancellation);
            if (plan.Digests.Count(d => d.Destination.Chat == meant.Place.Chat) >= DigestBook.MostInChat)
                return Reply.Of(
                    edition.Line(
                        "digest.too-many",
                        ("count", DigestBook.MostInChat),
                        ("list", new CommandHint("/digest list"))
                    )
                );
            var taken = here.Select(d => d.Name)
                .Concat(plan.Stranded.Where(d => d.Destination == meant.Place).Select(d => d.Name))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var schedule = wished with
            {
                Order = wished.Order with { Name = isNamed ? wished.Name : DefaultName(wished.At, taken, edition) },
            };
            // Added or overtaken, the next look finds it.
            await book.TryAddAsync(schedule, $"{meant.Asked.Platform}:{asker.Id}", cancellation);
        }

        return Reply.Of(edition.Line("digest.name-stranded", ("name", wished.Name)));
    }

    /// <summary>The first zone that someone names is the place's.</summary>
    private async Task RememberZoneAsync(PlannedDigest digest, CancellationToken cancellation)
    {
        if (await places.ZoneOfAsync(digest.Destination, cancellation) is null)
            await places.SetZoneAsync(digest.Destination, digest.Schedule.Zone, cancellation);
    }

    /// <summary>For when something stands in its way, and somebody is told elsewhere.</summary>
    private async Task RememberTitleAsync(Destination place, CancellationToken cancellation)
    {
        if (
            platforms.FirstOrDefault(p => p.Name == place.Platform) is { } platform
            && await platform.FindTitleAsync(place, cancellation) is { Length: > 0 } title
            && await places.TitleOfAsync(place, cancellation) != title
        )
            await places.SetTitleAsync(place, title, cancellation);
    }

    private static bool IsSame(PlannedDigest there, DigestSchedule wished) =>
        there.Schedule.Terms == wished.Terms && there.Schedule.Order.Size == wished.Order.Size;

    /// <summary>"Morning digest"; "Morning digest 2" where there is one.</summary>
    private static string DefaultName(TimeOnly at, HashSet<string> taken, Edition edition)
    {
        var name = edition.Say(
            at.Hour switch
            {
                >= 4 and < 11 => "digest.name-morning",
                >= 11 and < 16 => "digest.name-midday",
                _ => "digest.name-evening",
            }
        );
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(n => n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {n}"))
            .First(n => !taken.Contains(n));
    }

    /// <summary>On one line, and without the marks that hold a name together in a command.</summary>
    private static string? NameOf(CommandCall call)
    {
        var name = WhiteSpace
            .Fold(string.Concat((call.Option("name") ?? "").Where(c => !char.IsControl(c) && !"\"“”„«»".Contains(c))))
            .Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>What was typed, with one option right.</summary>
    private static CommandHint Example(CommandCall call, PlaceMeant meant, (string Name, string Value) right)
    {
        var options = new Dictionary<string, string>(call.Options, StringComparer.Ordinal)
        {
            [right.Name] = right.Value,
        };
        var words = Planning
            .Where(options.ContainsKey)
            .Select(o => $"{o}:{options[o]}")
            .Concat(NameOf(call) is { } name ? [$"name:\"{name}\""] : []);
        return new CommandHint($"/digest add {string.Join(' ', words)}{PlaceMeant.Option(meant.Place, meant.Asked)}");
    }
}
