using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Core.Spelling;

namespace Bot.Core.Topics;

/// <summary>A saved search of a chat.</summary>
/// <param name="Rules">What one of them fits is on the topic. Empty where another version of the program wrote them all.</param>
public sealed record Topic(string Name, IReadOnlyList<FilterRule> Rules)
{
    /// <summary>UTF-16 units.</summary>
    public const int LongestName = 40;

    /// <summary>In place of a name: no topic in particular.</summary>
    public const string All = "all";

    public bool IsCalled(string typed) => KeyOf(Name) == KeyOf(typed);

    /// <returns>Null where it cannot be a topic's: several are divided by commas, and "all" is none.</returns>
    public static string? TryReadName(string typed)
    {
        var name = typed.Trim();
        return
            name.Length > LongestName
            || name.Any(c => char.IsControl(c) || c == ',' || GivenName.Marks.Contains(c))
            || KeyOf(name) is "" or All
            ? null
            : name;
    }

    /// <summary>The name as it is found, however it is typed.</summary>
    public static string KeyOf(string name) => Unaccented.Of(name.AsSpan().Trim());
}
