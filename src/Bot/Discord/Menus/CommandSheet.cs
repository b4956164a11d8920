using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Menus;

/// <summary>The catalogue as Discord registers it, with every language that there is. https://docs.discord.com/developers/interactions/application-commands</summary>
internal sealed class CommandSheet(Lazy<CommandCatalog> catalog, Phrasebook phrasebook)
{
    /// <summary>Takes a line as it would be typed elsewhere: in plain words, with slips.</summary>
    public const string Ask = "ask";

    /// <summary>What the menu of a message asks about it.</summary>
    public const string QuotesOfMessage = "quotes";

    private const int MostDescription = 100;
    private const int InGuilds = 0;
    private const int InDirectMessages = 1;
    private const int ForGuilds = 0;

    /// <summary>https://docs.discord.com/developers/reference#locales</summary>
    private static readonly string[] Locales =
    [
        .. "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".Split(
            ' '
        ),
    ];

    private Edition English => phrasebook.In(CultureInfo.InvariantCulture);

    public IReadOnlyList<ApplicationCommand> Write() =>
        [.. catalog.Value.Descriptions.Select(Command), AskCommand(), QuotesMenu()];

    private ApplicationCommand Command(CommandDescription command) =>
        Everywhere(command.Name, $"command.{command.Name}", command.Description) with
        {
            Options =
                command.Subcommands.Count > 0
                    ? [.. command.Subcommands.Select(s => Subcommand(command, s))]
                    : Options(command, command.Options, required: null),
        };

    private ApplicationCommand AskCommand() =>
        Everywhere(Ask, $"command.{Ask}", "ask.description") with
        {
            Options =
            [
                new ApplicationCommandOption
                {
                    Type = ApplicationCommandOptionType.Text,
                    Name = "line",
                    Description = Said("ask.line", English),
                    DescriptionLocalizations = Localised(e => Said("ask.line", e)),
                    Required = true,
                },
            ],
        };

    private ApplicationCommand QuotesMenu() =>
        new()
        {
            Type = ApplicationCommandType.Message,
            Name = English.Say("menu.quotes"),
            NameLocalizations = Localised(e => e.Say("menu.quotes")),
            Contexts = [InGuilds, InDirectMessages],
            IntegrationTypes = [ForGuilds],
        };

    private ApplicationCommand Everywhere(string name, string nameKey, string descriptionKey) =>
        new()
        {
            Name = name,
            NameLocalizations = Localised(e => e.Say(nameKey)),
            Description = Said(descriptionKey, English),
            DescriptionLocalizations = Localised(e => Said(descriptionKey, e)),
            Contexts = [InGuilds, InDirectMessages],
            IntegrationTypes = [ForGuilds],
        };

    private ApplicationCommandOption Subcommand(CommandDescription command, SubcommandDescription sub) =>
        new()
        {
            Type = ApplicationCommandOptionType.Subcommand,
            Name = sub.Name,
            Description = Said(sub.Description, English),
            DescriptionLocalizations = Localised(e => Said(sub.Description, e)),
            Options = Options(command, sub.Options.Select(n => command.Options.First(o => o.Name == n)), sub.Required),
        };

    /// <summary>Those that must be given come first.</summary>
    private List<ApplicationCommandOption> Options(
        CommandDescription command,
        IEnumerable<OptionDescription> options,
        string? required
    ) =>
        [
            .. options
                .Select(o =>
                    Option(command, o, isRequired: o is { IsRequired: true, Unless: null } || o.Name == required)
                )
                .OrderByDescending(o => o.Required),
        ];

    private ApplicationCommandOption Option(CommandDescription command, OptionDescription option, bool isRequired) =>
        new()
        {
            Type = option.Kind switch
            {
                OptionKind.Number => ApplicationCommandOptionType.Integer,
                OptionKind.Place => ApplicationCommandOptionType.Channel,
                OptionKind.File => ApplicationCommandOptionType.Attachment,
                _ => ApplicationCommandOptionType.Text,
            },
            Name = option.Name,
            Description = Said(option.Description, English),
            DescriptionLocalizations = Localised(e => Said(option.Description, e)),
            Required = isRequired,
            Choices = option.Choices.Count > 0 ? [.. option.Choices.Select(c => CommandChoice.Of(c, c))] : null,
            ChannelTypes = option.Kind == OptionKind.Place ? PostedTo : null,
            MinValue = option.Kind == OptionKind.Number ? 1 : null,
            Autocomplete = OptionCompletion.Knows(command, option),
        };

    private static readonly int[] PostedTo =
    [
        (int)DiscordChannelType.GuildText,
        (int)DiscordChannelType.GuildAnnouncement,
        (int)DiscordChannelType.AnnouncementThread,
        (int)DiscordChannelType.PublicThread,
        (int)DiscordChannelType.PrivateThread,
        (int)DiscordChannelType.GuildForum,
        (int)DiscordChannelType.GuildMedia,
    ];

    private static string Said(string key, Edition edition)
    {
        var words = edition.Say(key);
        return words.Length <= MostDescription ? words : $"{words[..(MostDescription - 1)].TrimEnd()}…";
    }

    /// <summary>By Discord's names of languages: "es" stands for all of its kinds. English is what stands without.</summary>
    private Dictionary<string, string>? Localised(Func<Edition, string> say)
    {
        var english = say(English);
        var localised = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in phrasebook.Languages.Order(StringComparer.Ordinal))
        {
            if (say(phrasebook.In(CultureInfo.GetCultureInfo(language))) is var said && said == english)
                continue;
            foreach (
                var locale in Locales.Where(l =>
                    l == language || l.StartsWith($"{language}-", StringComparison.Ordinal)
                )
            )
                localised[locale] = said;
        }

        return localised.Count == 0 ? null : localised;
    }
}
