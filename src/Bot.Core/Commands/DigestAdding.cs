using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest add at:07:30 zone:Europe/Berlin days:mon-fri</c></summary>
internal sealed class DigestAdding(
    DigestBook book,
    DigestTermsReader terms,
    PlaceBook places,
    DigestAnswer answers,
    IEnumerable<IChatPlatform> platforms
)
{
    /// <summary>One look to add it, one to see it; more where another command wants the same name at the same moment.</summary>
    private const int MostLooks = 4;

    public async Task<Reply> AnswerAsync(DigestAsk ask, CancellationToken cancellation)
    {
        var (wished, wrong) = await terms.ReadAsync(ask, cancellation);
        return wrong ?? await AddAsync(wished!, ask, cancellation); // Read or wrong.
    }

    /// <param name="wished">Without a name where none was given.</param>
    private async Task<Reply> AddAsync(DigestSchedule wished, DigestAsk ask, CancellationToken cancellation)
    {
        var (meant, edition) = (ask.Meant, ask.Edition);
        var isNamed = wished.Name.Length > 0;
        for (var look = 0; look < MostLooks; look++)
        {
            var plan = await book.OfChatAsync(meant.Place, cancellation);
            var here = plan.Digests.Where(d => d.Destination == meant.Place).ToList();
            // Given twice, or once and then once more after a crash: it is there.
            if (here.Find(d => IsSame(d, wished) && (!isNamed || d.IsCalled(wished.Name))) is { } same)
            {
                await RememberZoneAsync(same, cancellation);
                await RememberTitleAsync(same.Destination, cancellation);
                return await answers.IsPlannedAsync(same, meant.Asked, edition, cancellation);
            }

            if (isNamed && here.Find(d => d.IsCalled(wished.Name)) is { } other)
                return await answers.NameTakenAsync(other, ask, cancellation);
            if (plan.Digests.Count >= DigestBook.MostInChat)
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
                Order = wished.Order with { Name = isNamed ? wished.Name : DefaultName(wished.Rhythm, taken, edition) },
            };
            // Added or overtaken, the next look finds it.
            await book.TryAddAsync(schedule, ask.Call.By, cancellation);
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
        there.Schedule == wished with { Order = wished.Order with { Name = there.Name } };

    /// <summary>"Morning digest"; "Morning digest 2" where there is one.</summary>
    private static string DefaultName(Rhythm rhythm, HashSet<string> taken, Edition edition)
    {
        var name = edition.Say(
            rhythm switch
            {
                Rhythm.AtTimes { Times: [{ Hour: >= 4 and < 11 }] } => "digest.name-morning",
                Rhythm.AtTimes { Times: [{ Hour: >= 11 and < 16 }] } => "digest.name-midday",
                Rhythm.AtTimes { Times: [_] } => "digest.name-evening",
                Rhythm.AsNews => "digest.name-news",
                _ => "digest.name",
            }
        );
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(n => n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {n}"))
            .First(n => !taken.Contains(n));
    }
}
