using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/settings [zone:berlin] [language:en]</c></summary>
internal sealed class SettingsCommand(
    PlaceBook places,
    PlaceFinder finder,
    DigestWords words,
    Phrasebook phrasebook,
    TimeProvider time
) : ICommand
{
    /// <summary>As a choice of language: each asker is answered in their own.</summary>
    private const string Own = "auto";

    public CommandDescription Description { get; } =
        new(
            "settings",
            "settings.description",
            "/settings zone:berlin",
            [
                new OptionDescription("zone", "settings.zone", OptionKind.Zone, []),
                new OptionDescription(
                    "language",
                    "settings.language",
                    OptionKind.Choice,
                    [.. phrasebook.Languages.Order(StringComparer.Ordinal), Own]
                ),
                PlaceFinder.Described,
            ]
        )
        {
            IsAboutThePlace = true,
        };

    /// <summary>Everyone may look. Of a place that is named, its platform says who may change it.</summary>
    public bool IsForAdministrators(CommandCall call) =>
        call.Option(PlaceFinder.Option) is null && (call.Option("zone") ?? call.Option("language")) is not null;

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var which = PlaceMeant.Option(meant.Place, meant.Asked);
        if (call.Option("zone") is { } written)
        {
            var (zone, wrong) = ZoneWords.Read(
                written,
                edition,
                name => new CommandHint($"/settings zone:{name}{which}")
            );
            if (wrong is not null)
                return wrong;
            await places.SetZoneAsync(meant.Place, zone!, cancellation); // Read or wrong.
        }

        if (call.Option("language") is { } language)
        {
            var isOwn = language.Equals(Own, StringComparison.OrdinalIgnoreCase);
            var chosen = isOwn ? null : CultureInfo.GetCultureInfo(language);
            await places.SetLanguageAsync(meant.Place, chosen, cancellation);
            // The answer shows what was chosen, where the answer itself is in that place.
            if (meant.IsHere && chosen is not null)
                edition = phrasebook.In(chosen);
        }

        return await ShowAsync(meant, edition, cancellation);
    }

    private async Task<Reply> ShowAsync(PlaceMeant meant, Edition edition, CancellationToken cancellation)
    {
        var which = PlaceMeant.Option(meant.Place, meant.Asked);
        var place = await places.FindAsync(meant.Place, cancellation);
        var title = await words.TitleAsync(meant.Place, cancellation);
        return new Reply([
            new HeadingBlock([
                new Strong(
                    meant.IsHere ? edition.Say("settings.title") : edition.Say("settings.title-of", ("place", title))
                ),
            ]),
            new TableBlock(
                [],
                [
                    Row(
                        edition.Say("settings.zone-name"),
                        place?.Zone is { } zone ? Zone(zone, edition) : edition.Say("settings.zone-none"),
                        $"/settings zone:Europe/Berlin{which}"
                    ),
                    Row(
                        edition.Say("settings.language-name"),
                        place?.Language is { } language
                            ? edition.LanguageName(language.Name)
                            : edition.Say("settings.language-own"),
                        $"/settings language:{phrasebook.Languages.Order(StringComparer.Ordinal).First()}{which}"
                    ),
                ]
            ),
            new SmallPrintBlock(edition.Print("settings.digests", ("list", new CommandHint($"/digest list{which}")))),
            new ButtonBlock([
                .. Languages(place?.Language, edition, which),
                new ReplyButton(edition.Say("button.digests"), $"/digest list{which}"),
                .. meant.IsHere
                    ? [new ReplyButton(edition.Say("button.change"), "/help settings") { Form = Description.Name }]
                    : Array.Empty<ReplyButton>(),
            ]),
        ]);
    }

    private string Zone(TimeZoneInfo zone, Edition edition) =>
        edition.Say(
            "settings.zone-now",
            ("zone", zone.Id),
            ("time", TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("HH:mm", edition.Language))
        );

    /// <summary>
    /// The languages that are not chosen, each by its own name, so that whoever reads it finds it; where there is one
    /// alone, nobody has to choose.
    /// </summary>
    private IEnumerable<ReplyButton> Languages(CultureInfo? chosen, Edition edition, string which) =>
        phrasebook
            .Languages.Order(StringComparer.Ordinal)
            .Where(l => phrasebook.Languages.Count > 1 && !l.Equals(chosen?.Name, StringComparison.OrdinalIgnoreCase))
            .Select(l => (Label: CultureInfo.GetCultureInfo(l).NativeName, Value: l))
            .Concat(chosen is null ? [] : [(edition.Say("button.language-own"), Own)])
            .Select(l => new ReplyButton(l.Label, $"/settings language:{l.Value}{which}", IsInPlace: true));

    private static IReadOnlyList<IReadOnlyList<Inline>> Row(string name, string value, string command) =>
        [
            [new Strong(name)],
            [new Plain(value)],
            [new CommandHint(command)],
        ];
}
