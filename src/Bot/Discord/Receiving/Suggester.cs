using Bot.Core.Articles.Headlines;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Discord.Accounts;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Receiving;

/// <summary>Offers what an option may say while it is being typed. https://docs.discord.com/developers/interactions/application-commands#autocomplete</summary>
internal sealed partial class Suggester(
    Lazy<CommandCatalog> catalog,
    Lazy<OptionCompletion> completion,
    Phrasebook phrasebook,
    TimeProvider time,
    ILogger<Suggester> log
)
{
    private const int MostChoices = 25;
    private const int MostLetters = 100;

    /// <summary>Better none than too late.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <returns>No choices where there is nothing to offer, or where finding it takes too long.</returns>
    public async Task<InteractionCallback> SuggestAsync(Interaction interaction)
    {
        var choices = new List<CommandChoice>();
        using var limit = new CancellationTokenSource(Patience, time);
        try
        {
            // Not on the gateway's own loop.
            await Task.Yield();
            choices.AddRange(await ChoicesAsync(interaction, limit.Token).WaitAsync(limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            LogTooSlow();
        }

        return new Suggest(new Suggestions(choices));
    }

    private async Task<IReadOnlyList<CommandChoice>> ChoicesAsync(
        Interaction interaction,
        CancellationToken cancellation
    )
    {
        if (
            interaction is not { ChannelId: { } channel, Data: { Name: { } name } data }
            || catalog.Value.Find(name) is not { Description: var command }
            || Flat(data.Options ?? []).FirstOrDefault(o => o.Focused == true) is not { } focused
            || command.Options.FirstOrDefault(o => o.Name == focused.Name) is not { } option
        )
            return [];
        var suggestions = await completion.Value.SuggestAsync(
            command,
            option,
            focused.Value?.ToString() ?? "",
            DiscordAddress.Of(interaction.GuildId, channel),
            phrasebook.In(DiscordLocale.LanguageOf(interaction.Locale)),
            cancellation
        );
        return
        [
            .. suggestions
                .Where(s => s.Value.Length is > 0 and <= MostLetters)
                .Take(MostChoices)
                .Select(s => CommandChoice.Of(Short(s.Label), s.Value)),
        ];
    }

    private static IEnumerable<InteractionOption> Flat(IReadOnlyList<InteractionOption> options) =>
        options.SelectMany(o => o.Options is { Count: > 0 } inner ? inner : [o]);

    private static string Short(string label)
    {
        var line = ControlCharacters.Without(label).ReplaceLineEndings(" ").Trim();
        return line.Length switch
        {
            0 => "…",
            <= MostLetters => line,
            _ => $"{OneLine.Cut(line, MostLetters - 1)}…",
        };
    }

    [LoggerMessage(815, LogLevel.Information, "Suggestions took too long and were left out")]
    private partial void LogTooSlow();
}
