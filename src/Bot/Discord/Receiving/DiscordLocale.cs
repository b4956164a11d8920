using System.Globalization;

namespace Bot.Discord.Receiving;

/// <summary>The language of a person's or a server's Discord. https://docs.discord.com/developers/reference#locales</summary>
internal static class DiscordLocale
{
    /// <returns>English where the locale is missing or unknown.</returns>
    public static CultureInfo LanguageOf(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale is { Length: > 0 } ? locale : "en");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}
