using Bot.Core.Feeds.Following;
using Bot.Core.Filters;

namespace Bot.Core.Moving;

/// <summary>A rule as the file has it, and back.</summary>
internal static class FilterMapping
{
    /// <summary>As a rule's effect is written that takes what it fits.</summary>
    public const string Include = "include";

    private const int LongestValue = 200;
    private const int LongestName = 60;
    private const int MostSources = 20;

    public static PackedFilter Pack(FilterRule rule, string? channel)
    {
        var row = FilterRow.Of(rule);
        return new PackedFilter
        {
            Effect = row.Effect,
            Words = OrNull(row.Words),
            In = row.Field == FilterRow.AnyField ? null : row.Field,
            From = OrNull(row.Outlet),
            Sources = row.Sources.Length == 0 ? null : row.Sources.Split('\n'),
            By = OrNull(row.Quoted),
            About = OrNull(row.About),
            Lang = OrNull(row.Language),
            Name = OrNull(row.Name),
            Channel = channel,
        };
    }

    /// <returns>Null where it is no rule that could have been made by a command.</returns>
    public static FilterRule? Unpack(PackedFilter packed)
    {
        string?[] values = [packed.Words, packed.From, packed.By, packed.About, packed.Lang, .. packed.Sources ?? []];
        if (
            (packed.Sources?.Count ?? 0) > MostSources
            || values.Any(v => v is { } said && (said.Length > LongestValue || said.Any(char.IsControl)))
        )
            return null;
        var outlet = packed.From?.Trim() ?? "";
        IEnumerable<string> sources = outlet.Length == 0 ? [] : (packed.Sources ?? []).OfType<string>();
        var rule = new FilterRow(
            0,
            packed.Effect ?? "",
            packed.Words?.Trim() ?? "",
            packed.In ?? FilterRow.AnyField,
            outlet,
            string.Join('\n', outlet.Length == 0 ? sources : sources.DefaultIfEmpty(outlet)),
            packed.By?.Trim() ?? "",
            packed.About?.Trim() ?? "",
            packed.Lang?.Trim() ?? "",
            GivenName.Of(packed.Name, LongestName)
        ).ToRule();
        return rule is not null && rule.Terms.OfType<FilterTerm.Words>().All(w => w.HasWord)
            ? rule with
            {
                Id = null,
            }
            : null;
    }

    /// <summary>Whether the place has that very rule; what it is called does not matter.</summary>
    public static bool IsSame(FilterRule there, FilterRule wanted) =>
        there.Effect == wanted.Effect && there.Typed == wanted.Typed;

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
