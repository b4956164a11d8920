namespace Bot.Core.Texts;

/// <summary>One phrase of one language: its plural forms, each with placeholders in braces.</summary>
/// <param name="ByName">By CLDR's name of the form; a phrase without plural has "other" alone.</param>
internal sealed record PhraseForms(IReadOnlyDictionary<string, string> ByName)
{
    public const string Other = "other";

    public string In(string form) => ByName.TryGetValue(form, out var words) ? words : ByName[Other];
}
