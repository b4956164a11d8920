using Bot.Core.Articles.Seeds;
using Bot.Core.Digests;
using Bot.Core.Feeds;
using Bot.Core.Storage;
using Bot.Discord.Accounts;
using Bot.Telegram.Api;
using Bot.Web;

namespace Bot.Hosting;

/// <summary>All that configuration says, read once at the start and found to be right; paths are full.</summary>
/// <param name="File">The appsettings.json that was read, null where there is none.</param>
/// <param name="Source">For the framework's own sections (Logging).</param>
internal sealed record Settings(
    string? File,
    IConfiguration Source,
    SeedOptions Seeds,
    StoreOptions Store,
    FeedOptions Feeds,
    DiscordOptions Discord,
    TelegramOptions Telegram,
    WebOptions Web,
    IReadOnlyList<DigestOptions> Digests
);

/// <summary>Configuration that cannot be used.</summary>
/// <param name="findings">One line each: the key, its value, what to do.</param>
internal sealed class SettingsException(IReadOnlyList<string> findings) : Exception(string.Join('\n', findings))
{
    public IReadOnlyList<string> Findings => findings;
}
