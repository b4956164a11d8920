using Bot.Core.Chat;

namespace Bot.Core.Commands.Feeds;

/// <summary>What <c>/feed</c> can be told, by name.</summary>
internal static class FeedWishes
{
    public const string Name = "name";
    public const string Title = "title";
    public const string Folder = "folder";
    public const string Text = "text";

    /// <summary>Answers the question that a change is asked back with; buttons say it.</summary>
    public const string Yes = "yes";

    public const string Full = "full";
    public const string Teaser = "teaser";
    public const string IsSure = "yes";
    public const string IsNot = "no";

    /// <summary>In the order in which a menu shows them.</summary>
    public static readonly string[] All =
    [
        "list",
        "add",
        "remove",
        "pause",
        "resume",
        "text",
        "health",
        "why",
        "test",
        "packs",
        "import",
        "export",
    ];

    /// <summary>What readers may ask too.</summary>
    public static readonly string[] Open = ["list", "health", "why", "packs"];

    public static readonly IReadOnlyList<OptionDescription> Described =
    [
        new(SubcommandDescription.Option, "feed.do", OptionKind.Choice, All),
        new(Name, "feed.which", OptionKind.Feed, [], IsUnnamed: true),
        new(Title, "feed.title", OptionKind.Text, []),
        new(Folder, "feed.folder", OptionKind.Text, []),
        new(Text, "feed.text", OptionKind.Choice, [Full, Teaser]) { IsByNameAlone = true },
        new(Yes, "feed.yes", OptionKind.Choice, [IsSure, IsNot]) { IsByNameAlone = true },
    ];
}
