using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What holds in a place, where it comes from, and how to change it.</summary>
internal sealed class SettingsPage(
    PlaceBook places,
    DigestWords words,
    Rights rights,
    Phrasebook phrasebook,
    TimeProvider time
)
{
    public async Task<Reply> WriteAsync(SettingsAsk ask, CancellationToken cancellation)
    {
        var edition = ask.Edition;
        var around = await places.OwnSettingsAsync(ask.Place.Chat, cancellation);
        var own = ask.Place.Topic is null
            ? PlaceSettings.Nothing
            : await places.OwnSettingsAsync(ask.Place, cancellation);
        var holds = own.Over(around);
        var title = await words.TitleAsync(ask.Place, cancellation);
        return new Reply([
            new HeadingBlock([
                new Strong(
                    ask.Meant.IsHere
                        ? edition.Say("settings.title")
                        : edition.Say("settings.title-of", ("place", title))
                ),
            ]),
            new TableBlock(
                [],
                [
                    Row(
                        ask,
                        SettingsWishes.Zone,
                        holds.Zone is { } zone ? Zone(zone, edition) : edition.Say("settings.zone-none"),
                        (own.Zone, around.Zone),
                        "Europe/Berlin"
                    ),
                    Row(
                        ask,
                        SettingsWishes.Language,
                        holds.Language?.Culture is { } language
                            ? edition.LanguageName(language.Name)
                            : edition.Say("settings.language-own"),
                        (own.Language, around.Language),
                        phrasebook.Languages.Order(StringComparer.Ordinal).First()
                    ),
                    Row(
                        ask,
                        SettingsWishes.Size,
                        edition.Say($"settings.size-{ReadingSizes.Word(holds.Size ?? ReadingSize.Normal)}"),
                        (own.Size, around.Size),
                        ReadingSizes.Word(holds.Size == ReadingSize.Brief ? ReadingSize.Normal : ReadingSize.Brief)
                    ),
                    Row(
                        ask,
                        SettingsWishes.Quiet,
                        holds.Quiet is { IsNone: false } hours ? hours.ToString() : edition.Say("settings.quiet-none"),
                        (own.Quiet, around.Quiet),
                        "22-7"
                    ),
                    .. rights.KnowRoles(ask.Place)
                        ? [await RolesAsync(ask, cancellation)]
                        : Array.Empty<IReadOnlyList<IReadOnlyList<Inline>>>(),
                ]
            ),
            new SmallPrintBlock(
                edition.Print("settings.digests", ("list", new CommandHint($"/digest list{ask.Which}")))
            ),
            .. ask.Place.Topic is null
                ? Array.Empty<ReplyBlock>()
                :
                [
                    new SmallPrintBlock(
                        edition.Print("settings.here-alone", ("example", ask.Hint("zone:Europe/Berlin for:here")))
                    ),
                ],
            new ButtonBlock([
                .. Languages(holds.Language?.Culture, own.Language is not null, ask),
                new ReplyButton(edition.Say("button.digests"), $"/digest list{ask.Which}"),
                .. ask.Meant.IsHere
                    ? [new ReplyButton(edition.Say("button.change"), "/help settings") { Form = "settings" }]
                    : Array.Empty<ReplyButton>(),
            ]),
        ]);
    }

    /// <summary>Where it comes from is of use only where there are two that it could come from.</summary>
    /// <param name="set">What is set for the place alone, and for its chat.</param>
    private static IReadOnlyList<IReadOnlyList<Inline>> Row(
        SettingsAsk ask,
        string option,
        string value,
        (object? Own, object? Around) set,
        string example
    )
    {
        var source = (ask.Place.Topic, set) switch
        {
            (null, _) or (_, (null, null)) => null,
            (_, (null, _)) => "settings.from-all",
            _ => "settings.from-here",
        };
        return
        [
            [new Strong(ask.Edition.Say($"settings.{option}-name"))],
            source is null
                ? [new Plain(value)]
                : [new Plain(value), new Small($" · {ask.Edition.Say($"{source}-{ask.Place.Platform}")}")],
            [
                ask.Hint(
                    set.Own is null
                        ? $"{option}:{example}"
                        : $"{option}:{SettingsWishes.Default} {SettingsWishes.For}:{SettingsWishes.Here}"
                ),
            ],
        ];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Inline>>> RolesAsync(SettingsAsk ask, CancellationToken cancellation)
    {
        var roles = (await places.FindAsync(ask.Place, cancellation))?.Roles ?? [];
        return
        [
            [new Strong(ask.Edition.Say("settings.roles-name"))],
            [
                new Plain(
                    roles.Count == 0
                        ? ask.Edition.Say("settings.roles-none")
                        : ask.Edition.And([.. roles.Select(r => $"@{r.Name}")])
                ),
            ],
            [ask.Hint(roles.Count == 0 ? "roles:@News" : "roles:none")],
        ];
    }

    private string Zone(TimeZoneInfo zone, Edition edition) =>
        edition.Say(
            "settings.zone-now",
            ("zone", zone.Id),
            ("time", TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("HH:mm", edition.Language))
        );

    /// <summary>
    /// The languages that are not chosen, each by its own name, so that whoever reads it finds it; where there is one
    /// alone, nobody has to choose. What is chosen for a place alone is chosen anew for it alone.
    /// </summary>
    private IEnumerable<ReplyButton> Languages(CultureInfo? chosen, bool isOfPlaceAlone, SettingsAsk ask) =>
        phrasebook
            .Languages.Order(StringComparer.Ordinal)
            .Where(l => phrasebook.Languages.Count > 1 && !l.Equals(chosen?.Name, StringComparison.OrdinalIgnoreCase))
            .Select(l => (Label: CultureInfo.GetCultureInfo(l).NativeName, Value: l))
            .Concat(chosen is null ? [] : [(ask.Edition.Say("button.language-own"), PlaceLanguage.OwnName)])
            .Select(l => new ReplyButton(
                l.Label,
                ask.Hint($"language:{l.Value}{(isOfPlaceAlone ? " for:here" : "")}").Command,
                IsInPlace: true
            ));
}
