using System.Collections;
using System.Reflection;
using Bot.Core.Articles.Seeds;
using Bot.Core.Digests;
using Bot.Core.Feeds;
using Bot.Core.Storage;
using Bot.Discord.Accounts;
using Bot.Telegram.Api;
using Bot.Web;

namespace Bot.Hosting;

/// <summary>The product's own sections, and the class of options behind each.</summary>
internal static class SettingsSections
{
    public static readonly IReadOnlyList<(string Name, Type Options)> All =
    [
        ("Seeds", typeof(SeedOptions)),
        ("Store", typeof(StoreOptions)),
        ("Feeds", typeof(FeedOptions)),
        ("Discord", typeof(DiscordOptions)),
        ("Telegram", typeof(TelegramOptions)),
        ("Web", typeof(WebOptions)),
        ("Digests", typeof(List<DigestOptions>)),
    ];

    /// <summary>Sections of the framework's that may stand in the product's file.</summary>
    private static readonly string[] Framework = ["Logging"];

    public static Type? Find(string section) =>
        All.FirstOrDefault(s => s.Name.Equals(section, StringComparison.OrdinalIgnoreCase)).Options;

    /// <summary>Every key, as README's table has it ("Digests:0:Name"), with its default; empty for none.</summary>
    public static IEnumerable<(string Key, string Value)> Defaults() =>
        All.SelectMany(s =>
        {
            var element = Element(s.Options);
            var options = Activator.CreateInstance(element ?? s.Options)!;
            var path = element is null ? s.Name : $"{s.Name}:0";
            return Properties(options.GetType()).Select(p => ($"{path}:{p.Name}", $"{p.GetValue(options)}"));
        });

    /// <summary>What the configuration holds that nothing reads: unknown keys anywhere, unknown sections in the product's own file.</summary>
    /// <param name="own">What the product's own file holds.</param>
    public static IEnumerable<string> UnknownKeys(IConfigurationRoot all, IConfiguration own)
    {
        foreach (var section in own.GetChildren())
        {
            if (Find(section.Key) is null && !Framework.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
                yield return $"{section.Key} is no section of appsettings.json; there are {string.Join(", ", All.Select(s => s.Name).Concat(Framework))}. Remove it, or mend its name.";
        }

        foreach (var (name, options) in All)
        {
            foreach (var unknown in UnknownKeys(all.GetSection(name), options))
                yield return unknown;
        }
    }

    private static IEnumerable<string> UnknownKeys(IConfigurationSection section, Type options)
    {
        if (Element(options) is { } element)
            return section.GetChildren().SelectMany(item => UnknownKeys(item, element));
        var known = Properties(options).Select(p => p.Name).ToList();
        return section
            .GetChildren()
            .Where(child =>
                !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
                && !child.Key.EndsWith(SettingsSources.FileSuffix, StringComparison.Ordinal)
            )
            .Select(child =>
                $"{child.Path} is no key; {section.Path} has {string.Join(", ", known)}. Remove it, or mend its name."
            );
    }

    private static IEnumerable<PropertyInfo> Properties(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static Type? Element(Type options) =>
        typeof(IList).IsAssignableFrom(options) ? options.GetGenericArguments()[0] : null;
}
