using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What <c>/digest</c> can be told to do, and the options that go with it.</summary>
internal static class DigestWishes
{
    /// <summary>The option that says where all but the first message go.</summary>
    public const string Thread = "thread";

    public const string Threaded = "yes";
    private const string Unthreaded = "no";

    public static readonly string[] All =
    [
        "now",
        "preview",
        "list",
        "add",
        "edit",
        "remove",
        "pause",
        "resume",
        "sent",
        "again",
    ];

    /// <summary>The options that make a plan, in the order in which they read well.</summary>
    public static readonly string[] Planning =
    [
        "at",
        "every",
        "zone",
        "days",
        "quiet",
        "size",
        "late",
        "cap",
        "gather",
        "lang",
        Thread,
        DigestScopeReader.Topics,
        DigestScopeReader.Feeds,
    ];

    public static IReadOnlyList<OptionDescription> Described(Phrasebook phrasebook) =>
        [
            new(SubcommandDescription.Option, "digest.do", OptionKind.Choice, All),
            new("name", "digest.which", OptionKind.Text, [], IsUnnamed: true),
            new("at", "digest.at", OptionKind.Time, []),
            new("every", "digest.every", OptionKind.Rhythm, []),
            new("zone", "digest.zone", OptionKind.Zone, []),
            new("days", "digest.which-days", OptionKind.Days, []),
            new("quiet", "digest.quiet", OptionKind.Hours, []),
            new("size", "digest.size", OptionKind.Choice, ReadingSizes.Words),
            new("late", "digest.late-within", OptionKind.Span, []),
            new("cap", "digest.cap", OptionKind.Number, []) { IsByNameAlone = true },
            new("gather", "digest.gather", OptionKind.Span, []),
            new(
                "lang",
                "digest.lang",
                OptionKind.Choice,
                [.. phrasebook.Languages.Order(StringComparer.Ordinal), PlaceLanguage.OwnName]
            )
            {
                IsByNameAlone = true,
            },
            new(Thread, "digest.thread", OptionKind.Choice, [Threaded, Unthreaded]) { IsByNameAlone = true },
            new(DigestScopeReader.Topics, "digest.topics", OptionKind.Topic, []) { IsByNameAlone = true },
            new(DigestScopeReader.Feeds, "digest.feeds", OptionKind.Feed, []) { IsByNameAlone = true },
            new("rename", "digest.rename", OptionKind.Text, []),
            PlaceFinder.Described,
        ];

    public static readonly IReadOnlyList<SubcommandDescription> Subcommands =
    [
        new("list", "digest.do-list", [PlaceFinder.Option]),
        new(
            "add",
            "digest.do-add",
            [
                "at",
                "zone",
                "days",
                "name",
                "size",
                "every",
                "quiet",
                "late",
                "cap",
                "gather",
                "lang",
                Thread,
                DigestScopeReader.Topics,
                DigestScopeReader.Feeds,
                PlaceFinder.Option,
            ]
        ),
        new(
            "edit",
            "digest.do-edit",
            [
                "name",
                "at",
                "every",
                "days",
                "quiet",
                "zone",
                "size",
                "late",
                "cap",
                "gather",
                "lang",
                Thread,
                DigestScopeReader.Topics,
                DigestScopeReader.Feeds,
                "rename",
                PlaceFinder.Option,
            ]
        ),
        new("preview", "digest.do-preview", ["name", PlaceFinder.Option]),
        new("now", "digest.do-now", ["name", PlaceFinder.Option]),
        new("pause", "digest.do-pause", ["name", PlaceFinder.Option]),
        new("resume", "digest.do-resume", ["name", PlaceFinder.Option]),
        new("remove", "digest.do-remove", ["name", PlaceFinder.Option]),
    ];
}
