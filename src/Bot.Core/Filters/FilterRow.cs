namespace Bot.Core.Filters;

/// <summary>A rule as its row has it.</summary>
/// <param name="Id">Null of a rule that is not in the table.</param>
internal sealed record FilterRow(
    long? Id,
    string Effect,
    string Words,
    string Field,
    string Outlet,
    string Sources,
    string Quoted,
    string About,
    string Language,
    string Name
)
{
    /// <summary>As the column <c>field</c> has it where all is looked through.</summary>
    public const string AnyField = "any";

    public static FilterRow Of(FilterRule rule)
    {
        var words = rule.Terms.OfType<FilterTerm.Words>().FirstOrDefault();
        var pattern = rule.Terms.OfType<FilterTerm.Pattern>().FirstOrDefault();
        var outlet = rule.Terms.OfType<FilterTerm.Outlet>().FirstOrDefault();
        return new FilterRow(
            rule.Id?.Value,
            Written(rule.Effect),
            words?.Typed ?? pattern?.Typed ?? "",
            Written(words?.Field ?? pattern?.Field ?? FilterField.Any),
            outlet?.Name ?? "",
            string.Join('\n', outlet?.Sources ?? []),
            rule.Terms.OfType<FilterTerm.Quoted>().FirstOrDefault()?.Name ?? "",
            rule.Terms.OfType<FilterTerm.About>().FirstOrDefault()?.Name ?? "",
            rule.Terms.OfType<FilterTerm.Language>().FirstOrDefault()?.Tag ?? "",
            rule.Name
        );
    }

    /// <returns>Null where another version of the program wrote what this one cannot read: half a rule would hide too much.</returns>
    public FilterRule? ToRule()
    {
        if (Read<FilterEffect>(Effect) is not { } effect || Read<FilterField>(Field) is not { } field)
            return null;
        var terms = new List<FilterTerm>();
        if (FilterPattern.IsOne(Words))
        {
            if (FilterPattern.Read(Words) is not PatternReading.Understood read)
                return null;
            terms.Add(new FilterTerm.Pattern(Words, read.Pattern, field));
        }
        else if (Words.Length > 0)
        {
            terms.Add(new FilterTerm.Words(Words, field));
        }

        if (Outlet.Length > 0)
            terms.Add(new FilterTerm.Outlet(Outlet, Sources.Split('\n')));
        if (Quoted.Length > 0)
            terms.Add(new FilterTerm.Quoted(Quoted));
        if (About.Length > 0)
            terms.Add(new FilterTerm.About(About));
        if (Language.Length > 0)
            terms.Add(new FilterTerm.Language(Language));
        return terms.Count == 0
            ? null
            : new FilterRule(effect, terms) { Id = Id is { } id ? new FilterId(id) : null, Name = Name };
    }

    /// <summary>By its name: as a number, anything would be one.</summary>
    private static T? Read<T>(string written)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Cast<T?>()
            .FirstOrDefault(v => Written(v!.Value).Equals(written, StringComparison.OrdinalIgnoreCase));

    private static string Written(Enum value) => value.ToString().ToLowerInvariant();
}
