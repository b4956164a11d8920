namespace Bot.Core.Filters;

/// <summary>A rule's number in the store.</summary>
public readonly record struct FilterId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public enum FilterEffect
{
    /// <summary>What it fits is hidden.</summary>
    Exclude,

    /// <summary>What neither it nor another of its kind fits is hidden.</summary>
    Include,
}

/// <summary>What articles a place wants, or does not.</summary>
/// <param name="Terms">All of them must hold; at least one.</param>
public sealed record FilterRule(FilterEffect Effect, IReadOnlyList<FilterTerm> Terms)
{
    /// <summary>Null for a rule that is only tried.</summary>
    public FilterId? Id { get; init; }

    /// <summary>What people call it; empty where they do not.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its name, else as it is typed: "\"peace deal\" in:title lang:de".</summary>
    public string Label => Name.Length > 0 ? Name : Typed;

    /// <summary>Its terms as they are typed after a command, to be read again the same.</summary>
    public string Typed => string.Join(' ', Terms.Select(Written));

    internal IEnumerable<FilterTerm> OfTheText => Terms.Where(t => !t.NeedsReading);

    internal IEnumerable<FilterTerm> OfTheReading => Terms.Where(t => t.NeedsReading);

    private static string Written(FilterTerm term) =>
        term switch
        {
            FilterTerm.Words words => $"{InMarks(words.Typed)}{Written(words.Field)}",
            // A mark would end the pattern.
            FilterTerm.Pattern pattern =>
                $"\"{pattern.Typed.Replace("\"", "\\x22", StringComparison.Ordinal)}\"{Written(pattern.Field)}",
            FilterTerm.Outlet outlet => $"from:{InMarks(outlet.Name)}",
            FilterTerm.Quoted quoted => $"by:{InMarks(quoted.Name)}",
            FilterTerm.About about => $"about:{InMarks(about.Name)}",
            FilterTerm.Language language => $"lang:{language.Tag}",
            _ => throw new ArgumentOutOfRangeException(nameof(term), term, null),
        };

    private static string Written(FilterField field) =>
        field == FilterField.Any ? "" : $" in:{field.ToString().ToLowerInvariant()}";

    private static string InMarks(string words) => $"\"{words.Replace('"', ' ')}\"";
}
