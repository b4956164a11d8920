using System.Globalization;
using Bot.Core.Filters;
using Bot.Core.Spelling;

namespace Bot.Core.Commands.Filters;

/// <summary>Which of the rules of a place somebody means.</summary>
internal static class FilterPick
{
    /// <param name="rules">As the list shows them: a number is a place in it.</param>
    /// <returns>By number, name or words; empty where none is meant.</returns>
    public static IReadOnlyList<FilterRule> Find(string typed, IReadOnlyList<FilterRule> rules)
    {
        var wanted = Unaccented.Of(typed);
        Func<FilterRule, int, bool>[] ways =
        [
            (r, _) => typed == $"#{r.Id}",
            (_, i) => typed == (i + 1).ToString(CultureInfo.InvariantCulture),
            (r, _) => wanted.Length > 0 && Unaccented.Of(r.Name) == wanted,
            (r, _) =>
                r.Terms.Any(t =>
                    t is FilterTerm.Words words && wanted.Length > 0 && Unaccented.Of(words.Typed) == wanted
                    || t is FilterTerm.Pattern pattern && pattern.Typed == typed
                ),
        ];
        return ways.Select(way => rules.Where(way).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }
}
