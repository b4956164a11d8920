using Bot.Core.Articles.Headlines;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Core.Moving;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Moving;

/// <summary>What is said of a file of settings: what is wrong with it, what it would change, what it has changed.</summary>
public static class ImportWords
{
    private const int MostProblems = 8;
    private const int MostNamed = 5;

    public static IReadOnlyList<Inline> Unreadable(PackedReading reading, string name, Edition edition) =>
        reading switch
        {
            PackedReading.Broken broken => edition.Line("import.broken", ("file", name), ("line", broken.Line)),
            PackedReading.Foreign => edition.Line(
                "import.foreign",
                ("file", name),
                ("export", new CommandHint("/export"))
            ),
            PackedReading.Newer newer => edition.Line(
                "import.newer",
                ("file", name),
                ("version", newer.Version),
                ("known", PackedPlace.Newest)
            ),
            PackedReading.Wrong wrong => edition.Line(
                "import.wrong",
                ("file", name),
                ("path", Excerpt.Of(wrong.Path)),
                ("export", new CommandHint("/export"))
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, null),
        };

    public static IReadOnlyList<ReplyBlock> NothingToDo(UnpackPlan plan, Edition edition) =>
        [
            new ParagraphBlock(
                edition.Line(
                    plan.Problems.Count == 0 ? "import.nothing" : "import.nothing-more",
                    ("count", plan.Already)
                )
            ),
            .. Problems(plan, edition),
        ];

    public static IReadOnlyList<ReplyBlock> WouldChange(UnpackPlan plan, Edition edition) =>
        [new ParagraphBlock(edition.Line("import.would")), .. Changes(plan, edition), .. Problems(plan, edition)];

    /// <param name="plan">As it was carried out.</param>
    public static IReadOnlyList<ReplyBlock> Changed(UnpackPlan plan, Edition edition) =>
        plan.ChangesNothing
            ? NothingToDo(plan, edition)
            : [new ParagraphBlock(edition.Line("import.done")), .. Changes(plan, edition), .. Problems(plan, edition)];

    private static IEnumerable<ReplyBlock> Changes(UnpackPlan plan, Edition edition)
    {
        var lines = new List<IReadOnlyList<Inline>>();
        var settings = plan.Settings.Where(s => s.Layer.Topic is null).SelectMany(s => s.Names).Distinct().ToList();
        var own = plan.Settings.Where(s => s.Layer.Topic is not null).ToList();
        if (settings.Count > 0)
            lines.Add(
                edition.Line(
                    "import.settings",
                    ("names", edition.And([.. settings.Select(n => edition.Say($"import.name-{n}"))]))
                )
            );
        if (own.Count > 0)
            lines.Add(edition.Line("import.channels", ("count", own.Count)));
        if (plan.Roles is { } roles)
            lines.Add(edition.Line("import.roles", ("names", edition.And([.. roles.Select(r => $"@{r.Name}")]))));
        if (plan.Feeds.Count > 0)
            lines.Add(
                edition.Line(
                    "import.feeds",
                    ("count", plan.Feeds.Count),
                    ("names", Some(plan.Feeds.Select(f => f.Order.Title.Length > 0 ? f.Order.Title : f.Order.Url.Host)))
                )
            );
        if (plan.Filters.Count > 0)
            lines.Add(
                edition.Line(
                    "import.filters",
                    ("count", plan.Filters.Count),
                    ("names", Some(plan.Filters.Select(f => f.Rule.Label)))
                )
            );
        if (plan.Topics.Count > 0)
            lines.Add(
                edition.Line(
                    "import.topics",
                    ("count", plan.Topics.DistinctBy(t => Topic.KeyOf(t.Topic)).Count()),
                    ("names", Some(plan.Topics.Select(t => t.Topic)))
                )
            );
        var added = plan.Digests.Where(d => d.Instead is null).ToList();
        if (added.Count > 0)
            lines.Add(
                edition.Line(
                    "import.digests",
                    ("count", added.Count),
                    ("names", Some(added.Select(d => d.Schedule.Name)))
                )
            );
        var replaced = plan.Digests.Where(d => d.Instead is not null).ToList();
        if (replaced.Count > 0)
            lines.Add(
                edition.Line(
                    "import.digests-replaced",
                    ("count", replaced.Count),
                    ("names", Some(replaced.Select(d => d.Schedule.Name)))
                )
            );
        lines.AddRange(plan.Closed.Select(c => edition.Line("import.closed", ("title", c.Title), ("why", c.Why))));
        if (plan.Already > 0)
            lines.Add(edition.Line("import.already", ("count", plan.Already)));
        if (plan.IsFromElsewhere)
            lines.Add(edition.Line("import.elsewhere"));
        yield return new BulletBlock(lines);
    }

    private static IEnumerable<ReplyBlock> Problems(UnpackPlan plan, Edition edition)
    {
        if (plan.Problems.Count == 0)
            yield break;
        yield return new ParagraphBlock(edition.Line("import.cannot"));
        var lines = plan.Problems.Take(MostProblems).Select(p => Said(p, edition)).ToList();
        if (plan.Problems.Count > MostProblems)
            lines.Add(edition.Line("import.more", ("count", plan.Problems.Count - MostProblems)));
        yield return new BulletBlock(lines);
    }

    private static IReadOnlyList<Inline> Said(ImportProblem problem, Edition edition) =>
        problem switch
        {
            ImportProblem.Setting setting => edition.Line(
                $"import.no-{setting.Field}",
                ("value", Short(setting.Value))
            ),
            ImportProblem.Digest { Field: "name" } digest => edition.Line(
                "import.no-digest-name",
                ("value", Short(digest.Value)),
                ("count", DigestOptions.LongestName)
            ),
            ImportProblem.Digest digest => edition.Line(
                "import.no-digest",
                ("name", Short(digest.Name)),
                ("why", edition.Say($"import.why-{digest.Field}", ("value", Short(digest.Value))))
            ),
            ImportProblem.Feed feed => edition.Line("import.no-feed", ("url", Short(feed.Url))),
            ImportProblem.Filter filter => edition.Line("import.no-filter", ("words", Short(filter.Words))),
            ImportProblem.Topic topic => edition.Line("import.no-topic", ("name", Short(topic.Name))),
            ImportProblem.Roles roles => edition.Line(
                roles.Fault switch
                {
                    RoleFault.Elsewhere => "import.no-roles-elsewhere",
                    RoleFault.NotTheirs => "import.no-roles",
                    RoleFault.Gone => "import.no-roles-gone",
                    RoleFault.TooMany => "import.many-roles",
                    RoleFault.Unreachable => "import.no-roles-later",
                    _ => throw new ArgumentOutOfRangeException(nameof(problem), roles.Fault, null),
                },
                ("count", roles.Count),
                ("most", PlaceBook.MostRoles)
            ),
            ImportProblem.Channels channels => edition.Line("import.no-channels", ("count", channels.Count)),
            ImportProblem.Strange strange => edition.Line("import.no-strange", ("count", strange.Count)),
            ImportProblem.TooManyChannels many => edition.Line(
                "import.many-channels",
                ("count", many.Count),
                ("most", Homes.MostChannels)
            ),
            ImportProblem.TooManyFeeds many => edition.Line(
                "import.many-feeds",
                ("count", many.Count),
                ("most", FeedBook.MostInChat)
            ),
            ImportProblem.TooManyOfOwner many => edition.Line(
                "import.many-of-owner",
                ("count", many.Count),
                ("most", FeedBook.MostOfOwner)
            ),
            ImportProblem.DigestTaken digest => edition.Line("import.no-digest-taken", ("name", Short(digest.Name))),
            ImportProblem.TooManyFilters many => edition.Line(
                "import.many-filters",
                ("count", many.Count),
                ("most", FilterBook.MostInPlace)
            ),
            ImportProblem.TooManyTopics many => edition.Line(
                "import.many-topics",
                ("count", many.Count),
                ("most", TopicBook.MostInChat),
                ("rules", TopicBook.MostRules)
            ),
            ImportProblem.TooManyDigests many => edition.Line(
                "import.many-digests",
                ("count", many.Count),
                ("most", DigestBook.MostInChat)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
        };

    /// <summary>A file may say anything, on any number of lines.</summary>
    private static string Short(string said) => Excerpt.Of(OneLine.Of(ControlCharacters.Without(said)));

    private static string Some(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? " …" : "");
    }
}
