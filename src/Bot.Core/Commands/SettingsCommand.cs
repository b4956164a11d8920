using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/settings [zone:berlin] [language:en] [size:short] [quiet:22-7] [for:here] [roles:@News]</c></summary>
internal sealed class SettingsCommand(
    SettingsChanging changing,
    SettingsPage page,
    PlaceFinder finder,
    PlaceBook places,
    Phrasebook phrasebook
) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "settings",
            "settings.description",
            "/settings zone:berlin",
            [.. SettingsWishes.Described(phrasebook.Languages.Order(StringComparer.Ordinal)), PlaceFinder.Described]
        )
        {
            IsAboutThePlace = true,
        };

    /// <summary>Everyone may look. Of a place that is named, its platform says who may change it.</summary>
    public bool IsForAdministrators(CommandCall call) => call.Option(PlaceFinder.Option) is null && Changes(call);

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    private static bool Changes(CommandCall call) => SettingsWishes.Changing.Any(o => call.Option(o) is not null);

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var ask = new SettingsAsk(call, meant, edition);
        if (Changes(call) && await changing.ChangeAsync(ask, cancellation) is { } wrong)
            return wrong;
        // The answer shows what was chosen, where the answer itself is in that place.
        if (meant.IsHere && await places.LanguageOfAsync(meant.Place, cancellation) is { } language)
            ask = ask with { Edition = phrasebook.In(language) };
        return await page.WriteAsync(ask, cancellation);
    }
}
