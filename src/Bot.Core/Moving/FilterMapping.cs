using Bot.Core.Feeds.Following;
using Bot.Core.Filters;
using Bot.Text.Languages;

namespace Bot.Core.Moving;

/// <summary>A rule as the file has it, and back.</summary>
internal static class FilterMapping
{
    /// <summary>As a rule's effect is written that takes what it fits.</summary>
    public const string Include = "include";

    /// <summary>A pattern with its slashes; words and names are shorter.</summary>
    private const int LongestValue = FilterPattern.Longest + 2;

    private const int LongestName = 60;

    /// <summary>An outlet and its sources are called as they call themselves.</summary>
    private const int LongestSource = 1000;

    private const int MostSources = 500;

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
        string?[] said = [packed.Words, packed.By, packed.About];
        string?[] filed = [packed.From, .. packed.Sources ?? []];
        var language = packed.Lang?.Trim() ?? "";
        var tag = LanguageGuesser.Languages.FirstOrDefault(t => t.Equals(language, StringComparison.OrdinalIgnoreCase));
        if (
            filed.Length > MostSources
            || said.Any(v => !IsLine(v, LongestValue))
            || filed.Any(v => !IsLine(v, LongestSource))
            || (language.Length > 0 && tag is null)
        )
            return null;
        var outlet = packed.From?.Trim() ?? "";
        IEnumerable<string> sources = outlet.Length == 0 ? [] : (packed.Sources ?? []).OfType<string>();
        var rule = new FilterRow(
            null,
            packed.Effect ?? "",
            packed.Words?.Trim() ?? "",
            packed.In ?? FilterRow.AnyField,
            outlet,
            string.Join('\n', outlet.Length == 0 ? sources : sources.DefaultIfEmpty(outlet)),
            packed.By?.Trim() ?? "",
            packed.About?.Trim() ?? "",
            tag ?? "",
            GivenName.Of(packed.Name, LongestName)
        ).ToRule();
        return rule is not null && rule.Terms.OfType<FilterTerm.Words>().All(w => w.HasWord) ? rule : null;
    }

    /// <summary>Whether the place has that very rule; what it is called does not matter.</summary>
    public static bool IsSame(FilterRule there, FilterRule wanted) =>
        there.Effect == wanted.Effect && there.Typed == wanted.Typed;

    private static bool IsLine(string? value, int most) =>
        value is null || (value.Length <= most && !value.Any(char.IsControl));

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
