using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What is answered about one digest: when it comes, or that it does not, and how to go on.</summary>
internal sealed class DigestAnswer(
    DigestWords words,
    DigestScopeLookup lookup,
    Courier courier,
    IEnumerable<IChatPlatform> platforms
)
{
    /// <summary>It is planned, now or since long.</summary>
    public async Task<Reply> IsPlannedAsync(
        PlannedDigest digest,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (digest.IsPaused)
            return await IsPausedAsync(digest, asked, edition, cancellation);
        var scopes = await lookup.OfAsync([digest.Schedule.Order], cancellation);
        List<ReplyBlock> blocks =
        [
            new ParagraphBlock([
                new Strong(digest.Name),
                new Plain(" · "),
                .. await words.ComesAsync(digest.Schedule, asked, edition, cancellation),
            ]),
            .. scopes.Say(digest, asked, edition).Select(s => new ParagraphBlock(s)),
            new ParagraphBlock(words.Next(digest.Schedule, edition)),
            .. ScheduleWords.Besides(digest.Schedule, edition) is { Count: > 0 } besides
                ? [new SmallPrintBlock(besides)]
                : Array.Empty<ReplyBlock>(),
        ];
        var buttons = new List<ReplyButton>();
        if (await ObstacleAsync(digest.Destination, asked, edition, cancellation) is { } obstacle)
        {
            blocks.Add(new ParagraphBlock(obstacle));
            // Planned once more as it is, it is only looked at again.
            if (!digest.IsConfigured)
                buttons.Add(
                    new(edition.Say("button.check-again"), DigestWords.Add(digest.Schedule, asked), IsInPlace: true)
                );
        }

        blocks.Add(
            new ButtonBlock([
                .. buttons,
                DigestWords.Preview(digest, asked, edition),
                .. digest.IsConfigured
                    ? Array.Empty<ReplyButton>()
                    :
                    [
                        DigestWords.Change(digest, asked, edition),
                        DigestWords.Pause(digest, asked, edition),
                        DigestWords.Remove(digest, asked, edition),
                    ],
            ])
        );
        return new Reply(blocks);
    }

    public async Task<Reply> IsPausedAsync(
        PlannedDigest digest,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    ) =>
        Reply.Of(
            edition.Line(
                "digest.is-paused",
                ("digest", new Strong(digest.Name)),
                ("place", await words.WhereAsync(digest.Destination, asked, edition, cancellation))
            ),
            DigestWords.Resume(digest, asked, edition),
            DigestWords.Preview(digest, asked, edition),
            DigestWords.Remove(digest, asked, edition)
        );

    public static Reply IsRemoved(PlannedDigest digest, Destination asked, Edition edition) =>
        Reply.Of(
            edition.Line("digest.is-removed", ("digest", new Strong(digest.Name))),
            new ReplyButton(edition.Say("button.add-again"), DigestWords.Add(digest.Schedule, asked), IsInPlace: true)
        );

    /// <param name="ask">What was wished under its name: it may have been meant for that one.</param>
    public async Task<Reply> NameTakenAsync(PlannedDigest other, DigestAsk ask, CancellationToken cancellation)
    {
        var (asked, edition) = (ask.Meant.Asked, ask.Edition);
        var change = DigestWords.Command("edit", other, asked) + ask.Given;
        return new([
            new ParagraphBlock(edition.Line("digest.name-taken", ("name", new Strong(other.Name)))),
            new ParagraphBlock(await words.ComesAsync(other.Schedule, asked, edition, cancellation)),
            .. other.IsConfigured
                ? Array.Empty<ReplyBlock>()
                :
                [
                    new ButtonBlock([
                        new ReplyButton(edition.Say("button.change-so"), change, IsInPlace: true),
                        DigestWords.Remove(other, asked, edition),
                    ]),
                ],
        ]);
    }

    /// <summary>Told when it is planned, so that nobody waits for it in vain.</summary>
    private async Task<IReadOnlyList<Inline>?> ObstacleAsync(
        Destination destination,
        Destination asked,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (!courier.Serves(destination))
            return edition.Line("digest.unserved");
        var platform = platforms.First(p => p.Name == destination.Platform);
        return await platform.CheckAccessAsync(destination, cancellation) is { } why
            ? edition.Line(
                "digest.held-pause",
                ("place", await words.WhereAsync(destination, asked, edition, cancellation)),
                ("why", why)
            )
            : null;
    }
}
