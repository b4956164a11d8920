using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Texts;

namespace Bot.Core.Digests.Writing;

/// <summary>What is ours in a digest: the lines over and under the stories.</summary>
internal sealed class DigestFrame(
    DigestAppearance appearance,
    DigestCover cover,
    DigestChoice choice,
    Edition edition,
    DateTimeOffset now
)
{
    /// <summary>"Morning digest · Monday 23 November"</summary>
    public string Title =>
        edition.Say(
            "digest.title",
            ("digest", appearance.Order.Name),
            ("date", appearance.Date.ToDateTime(default).ToString(edition.Say("digest.date"), edition.Language))
        );

    public IEnumerable<ReplyBlock> Top(int parts)
    {
        yield return new HeadingBlock([new Strong(Title)]);
        yield return new SmallPrintBlock([
            new Small(
                parts == 1 ? Covers() : $"{Covers()} · {edition.Say("digest.part", ("part", 1), ("parts", parts))}"
            ),
        ]);
    }

    public IEnumerable<ReplyBlock> Continued(int part, int parts) =>
        [
            new SmallPrintBlock([
                new Small($"{appearance.Order.Name} · {edition.Say("digest.part", ("part", part), ("parts", parts))}"),
            ]),
        ];

    public IEnumerable<ReplyBlock> Bottom()
    {
        if (choice.InBrief.Count > 0)
            yield return new ParagraphBlock([
                .. edition.Line("digest.in-brief"),
                .. choice.InBrief.SelectMany((b, i) => InBrief(b, isFirst: i == 0)),
            ]);
        var footer = Footer();
        if (footer.Count > 0)
            yield return new SmallPrintBlock(footer);
    }

    private static IEnumerable<Inline> InBrief(BriefStory story, bool isFirst) =>
        [
            new Plain(isFirst ? " " : " · "),
            .. StoryWriter.TitleOf(story.Lead),
            new Small(" ("),
            StoryWriter.Outlet(story.Lead),
            new Small(story.Owed.Sources > 1 ? $" +{story.Owed.Sources - 1})" : ")"),
        ];

    /// <summary>"Since Sunday 07:30 · 41 articles in 9 stories from 6 sources"</summary>
    private string Covers()
    {
        var told = choice.All.ToList();
        var articles = told.Sum(s => s.Articles.Count);
        var counts = edition.Say(
            articles == told.Count ? "digest.told" : "digest.told-stories",
            ("articles", edition.Say("digest.articles", ("count", articles))),
            ("stories", edition.Say("digest.stories", ("count", told.Count))),
            (
                "sources",
                edition.Say(
                    "digest.sources",
                    ("count", told.SelectMany(s => s.Articles).DistinctBy(a => a.Source).Count())
                )
            )
        );
        var topics = appearance.Order.Scope.Topics;
        return topics.Count == 0
            ? $"{Span()} · {counts}"
            : $"{Span()} · {edition.Say("digest.on-topics", ("names", edition.And(topics)))} · {counts}";
    }

    private string Span()
    {
        if (appearance is { IsLate: true, Slot: { } slot })
            return cover.From is { } since
                ? edition.Say("digest.late", ("due", When(slot.Due)), ("from", When(since)), ("until", When(now)))
                : edition.Say("digest.late-archive", ("due", When(slot.Due)));
        if (cover.From is not { } from)
            return edition.Say("digest.archive");
        return cover.IsFirst
            ? edition.Say("digest.first", ("count", (int)DigestReach.First.TotalHours))
            : edition.Say("digest.since", ("when", When(from)));
    }

    private List<Inline> Footer()
    {
        var footer = new List<Inline>();
        if (choice.Left > 0)
            footer.AddRange(
                edition.Print("digest.more", ("count", choice.Left), ("command", new CommandHint("/digest now")))
            );
        if (cover.Hidden.Count > 0)
            footer.AddRange(
                Further(
                    footer,
                    edition.Print(
                        "digest.hidden",
                        ("count", cover.Hidden.Count),
                        ("command", new CommandHint("/filter list"))
                    )
                )
            );
        if (cover.Failing is { } failing)
            footer.AddRange(
                Further(
                    footer,
                    edition.Print(
                        "digest.failing",
                        ("count", failing.Count),
                        ("when", When(failing.Since)),
                        ("command", new CommandHint("/feed health"))
                    )
                )
            );
        if (appearance.Next is { } next)
            footer.AddRange(
                Further(footer, edition.Print("digest.next", ("when", When(next)), ("zone", appearance.Order.Zone.Id)))
            );
        return footer;
    }

    private static IEnumerable<Inline> Further(List<Inline> footer, IReadOnlyList<Inline> words) =>
        footer.Count > 0 ? [new Small(" · "), .. words] : words;

    private string When(DateTimeOffset instant) => DigestTime.Say(instant, now, appearance.Order.Zone, edition);
}
