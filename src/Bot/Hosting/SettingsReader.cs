using System.ComponentModel.DataAnnotations;
using Bot.Core.Articles.Seeds;
using Bot.Core.Digests;
using Bot.Core.Feeds;
using Bot.Core.Storage;
using Bot.Discord.Accounts;
using Bot.Telegram.Api;
using Bot.Web;
using Microsoft.Data.Sqlite;

namespace Bot.Hosting;

/// <summary>Reads and checks all of configuration at once, so that a wrong one is answered whole and before anything starts.</summary>
internal static class SettingsReader
{
    private const string FileName = "appsettings.json";

    /// <param name="commandLine">Keys and values given there: "Seeds:Folder" -> "news".</param>
    /// <exception cref="SettingsException">Something is unknown, missing or wrong; every finding is named.</exception>
    public static Settings Read(IReadOnlyDictionary<string, string?> commandLine)
    {
        var file = RelativePaths.Find(FileName) is var found && File.Exists(found) ? found : null;
        var configuration = SettingsSources.Open(file, commandLine);
        var own = file is null
            ? new ConfigurationBuilder().Build()
            : new ConfigurationBuilder().AddJsonFile(file).Build();

        var findings = SettingsSections.UnknownKeys(configuration, own).ToList();
        var seeds = Bind<SeedOptions>(configuration, "Seeds", findings);
        var store = Bind<StoreOptions>(configuration, "Store", findings);
        var feeds = Bind<FeedOptions>(configuration, "Feeds", findings);
        var discord = Bind<DiscordOptions>(configuration, "Discord", findings);
        var telegram = Bind<TelegramOptions>(configuration, "Telegram", findings);
        var web = Bind<WebOptions>(configuration, "Web", findings);
        var digests = Bind<List<DigestOptions>>(configuration, "Digests", findings);
        findings.AddRange(
            digests
                .GroupBy(d => d.Name, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
                .Select(g => $"Digests has {g.Count()} digests named “{g.Key}”; give each a name of its own.")
        );
        if (findings.Count > 0)
            throw new SettingsException(findings);

        seeds.Folder = RelativePaths.Find(seeds.Folder);
        store.Connection = WithFullPath(store.Connection);
        return new Settings(file, configuration, seeds, store, feeds, discord, telegram, web, digests);
    }

    private static T Bind<T>(IConfiguration configuration, string section, List<string> findings)
        where T : new()
    {
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException wrong)
        {
            // The binder's message names the value, the key and the type that it should be of.
            findings.Add($"{section}: {wrong.Message}");
            return options;
        }

        if (options is System.Collections.IList list)
        {
            for (var i = 0; i < list.Count; i++)
                findings.AddRange(Wrong(list[i]!, $"{section}:{i}"));
        }
        else
            findings.AddRange(Wrong(options, section));
        return options;
    }

    private static IEnumerable<string> Wrong(object options, string path)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(r =>
            string.Join(", ", r.MemberNames.Select(m => $"{path}:{m}").DefaultIfEmpty(path)) + $": {r.ErrorMessage}"
        );
    }

    private static string WithFullPath(string connection)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            // The store says what is wrong with it, and what to write.
            return connection;
        }

        if (builder.DataSource.Length > 0 && !builder.DataSource.StartsWith(':'))
            builder.DataSource = RelativePaths.Find(builder.DataSource);
        return builder.ToString();
    }
}
