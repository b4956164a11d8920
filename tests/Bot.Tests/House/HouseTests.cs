using System.Reflection;
using Bot.Core.Chat;
using Bot.Text.Spans;
using Bot.Verbs;

namespace Bot.Tests.House;

/// <summary>The walls and the arrows of docs/design.md.</summary>
public sealed class HouseTests
{
    private static readonly Assembly Text = typeof(TextSpan).Assembly;
    private static readonly Assembly Core = typeof(Reply).Assembly;
    private static readonly Assembly Executable = typeof(ExitCodes).Assembly;

    /// <summary>What each room of the desk may name; Commands may name all, and nobody names Commands.</summary>
    private static readonly Dictionary<string, string[]> DeskArrows = new(StringComparer.Ordinal)
    {
        ["Bot.Core.Chat"] = [],
        ["Bot.Core.Texts"] = ["Bot.Core.Chat"],
        ["Bot.Core.Spelling"] = [],
        ["Bot.Core.Conversations"] = ["Bot.Core.Articles", "Bot.Core.Chat", "Bot.Core.Storage"],
        ["Bot.Core.Storage"] = [],
        ["Bot.Core.Feeds"] =
        [
            "Bot.Core.Articles",
            "Bot.Core.Chat",
            "Bot.Core.Delivery",
            "Bot.Core.Spelling",
            "Bot.Core.Storage",
        ],
        ["Bot.Core.Articles"] = ["Bot.Core.Storage", "Bot.Core.Spelling"],
        ["Bot.Core.Places"] = ["Bot.Core.Chat", "Bot.Core.Spelling", "Bot.Core.Storage"],
        ["Bot.Core.Filters"] = ["Bot.Core.Articles", "Bot.Core.Chat", "Bot.Core.Spelling", "Bot.Core.Storage"],
        ["Bot.Core.Topics"] = ["Bot.Core.Chat", "Bot.Core.Filters", "Bot.Core.Spelling", "Bot.Core.Storage"],
        ["Bot.Core.Proof"] = ["Bot.Core.Articles", "Bot.Core.Chat"],
        ["Bot.Core.Delivery"] = ["Bot.Core.Chat", "Bot.Core.Storage", "Bot.Core.Proof", "Bot.Core.Articles"],
        ["Bot.Core.Digests"] =
        [
            "Bot.Core.Articles",
            "Bot.Core.Chat",
            "Bot.Core.Delivery",
            "Bot.Core.Filters",
            "Bot.Core.Places",
            "Bot.Core.Proof",
            "Bot.Core.Spelling",
            "Bot.Core.Storage",
            "Bot.Core.Stories",
            "Bot.Core.Texts",
            "Bot.Core.Topics",
        ],
        ["Bot.Core.Moving"] =
        [
            "Bot.Core.Chat",
            "Bot.Core.Digests",
            "Bot.Core.Feeds",
            "Bot.Core.Filters",
            "Bot.Core.Places",
            "Bot.Core.Storage",
            "Bot.Core.Texts",
            "Bot.Core.Topics",
        ],
        ["Bot.Core.Stories"] = ["Bot.Core.Articles", "Bot.Core.Storage"],
    };

    private static readonly string[] Platforms = ["Bot.Discord", "Bot.Telegram", "Bot.Terminal", "Bot.Web"];

    [Fact]
    public void Text_needs_the_base_library_alone() =>
        Assert.DoesNotContain(
            Text.GetReferencedAssemblies(),
            a => !a.Name!.StartsWith("System.", StringComparison.Ordinal) && a.Name != "netstandard"
        );

    [Fact]
    public void The_desk_knows_no_executable_no_platform_and_no_scheduler() =>
        Assert.DoesNotContain(
            Core.GetReferencedAssemblies(),
            a =>
                a.Name is "Bot" or "Quartz"
                || a.Name!.StartsWith("Telegram", StringComparison.Ordinal)
                || a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        );

    [Fact]
    public void The_desks_rooms_name_only_what_the_design_lets_them()
    {
        var broken = Arrows(Core)
            .Where(a => Room(a.From) != Room(a.To))
            .Where(a => DeskArrows.TryGetValue(Room(a.From), out var allowed) && !allowed.Contains(Room(a.To)))
            .Select(a => $"{a.From} -> {a.To}")
            .Where(a => !a.EndsWith("-> Bot.Text", StringComparison.Ordinal));

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_room_of_the_desk_is_in_the_table()
    {
        var rooms = Core.GetTypes().Select(t => t.Namespace).OfType<string>().Where(IsOurs).Select(Room).Distinct();

        Assert.DoesNotContain(rooms, r => r is not ("Bot.Core.Commands" or "Bot.Core") && !DeskArrows.ContainsKey(r));
    }

    [Fact]
    public void Platforms_never_see_each_other()
    {
        var broken = Arrows(Executable)
            .Select(a => (From: Platform(a.From), To: Platform(a.To)))
            .Where(a => a.From is not null && a.To is not null && a.From != a.To)
            .Select(a => $"{a.From} -> {a.To}");

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("Bot.Text")]
    [InlineData("Bot.Core")]
    [InlineData("Bot")]
    public void No_rooms_stand_in_a_circle(string project)
    {
        var assembly = new[] { Text, Core, Executable }.Single(a => a.GetName().Name == project);
        var arrows = Arrows(assembly).ToLookup(a => a.From, a => a.To);

        Assert.DoesNotContain(arrows.Select(a => a.Key), room => Reaches(arrows, room, room, []));
    }

    private static bool Reaches(ILookup<string, string> arrows, string from, string to, HashSet<string> seen) =>
        arrows[from].Any(next => next == to || (seen.Add(next) && Reaches(arrows, next, to, seen)));

    private static IEnumerable<(string From, string To)> Arrows(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t => t.Namespace is not null && IsOurs(t.Namespace))
            .SelectMany(t => TypeReferences.Of(t).Select(named => (From: t.Namespace!, To: named.Namespace)))
            .Where(a => a.To is not null && IsOurs(a.To) && a.From != a.To)
            .Select(a => (a.From, a.To!))
            .Where(a => assembly != Core || a.Item2.StartsWith("Bot.Core", StringComparison.Ordinal))
            .Distinct();

    private static bool IsOurs(string room) => room == "Bot" || room.StartsWith("Bot.", StringComparison.Ordinal);

    private static string? Platform(string space) =>
        Platforms.FirstOrDefault(p => space == p || space.StartsWith($"{p}.", StringComparison.Ordinal));

    /// <summary>A folder inside a room is the room's own affair.</summary>
    private static string Room(string space) => string.Join('.', space.Split('.').Take(3));
}
