using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Places;

namespace Bot.Core.Commands;

/// <summary><c>/settings zone:berlin quiet:22-7 for:here</c>: reads all of it, and then sets all of it.</summary>
internal sealed class SettingsChanging(PlaceBook places, DigestBook digests, Rights rights, RoleReader roleReader)
{
    /// <returns>What is wrong, and then nothing is set; null where nothing is.</returns>
    public async Task<Reply?> ChangeAsync(SettingsAsk ask, CancellationToken cancellation)
    {
        var own = await places.OwnSettingsAsync(ask.Place, cancellation);
        var changes = new List<(Destination Layer, Func<PlaceSettings, PlaceSettings> Change)>();
        if (ask.Said(SettingsWishes.Zone) is { } zoneName)
        {
            var (zone, wrong) = SettingsWishes.IsDefault(zoneName)
                ? (null, null)
                : ZoneWords.Read(zoneName, ask.Edition, name => ask.Hint($"zone:{name}{ForHere(ask)}"));
            if (wrong is not null)
                return wrong;
            changes.Add((LayerOf(own.Zone, ask), s => s with { Zone = zone }));
        }

        if (ask.Said(SettingsWishes.Language) is { } languageName)
        {
            var language = SettingsWishes.IsDefault(languageName) ? null : PlaceLanguage.Named(languageName);
            var layer = LayerOf(own.Language, ask);
            // In a whole chat each reader's own is what holds where nothing is set.
            var kept = layer.Topic is null && language?.Culture is null ? null : language;
            changes.Add((layer, s => s with { Language = kept }));
        }

        if (ask.Said(SettingsWishes.Size) is { } sizeName)
        {
            var size = ReadingSizes.TryParse(sizeName);
            changes.Add((LayerOf(own.Size, ask), s => s with { Size = size }));
        }

        if (ask.Said(SettingsWishes.Quiet) is { } hours)
        {
            var quiet = QuietHours.TryParse(hours);
            if (quiet is null && !SettingsWishes.IsDefault(hours))
                return Reply.Of(
                    ask.Edition.Line(
                        "settings.quiet-wrong",
                        ("value", Excerpt.Of(hours)),
                        ("example", ask.Hint($"quiet:22-7{ForHere(ask)}"))
                    )
                );
            changes.Add((LayerOf(own.Quiet, ask), s => s with { Quiet = quiet }));
        }

        var (roles, refused) = await RolesAsync(ask, cancellation);
        if (refused is not null)
            return refused;
        foreach (var layer in changes.GroupBy(c => c.Layer, c => c.Change))
            await places.ChangeAsync(layer.Key, s => layer.Aggregate(s, (now, change) => change(now)), cancellation);
        if (roles is not null)
            await places.SetRolesAsync(ask.Place, roles, cancellation);
        // When digests come may depend on it.
        digests.Ring();
        return null;
    }

    /// <summary>What this place has of its own is changed there: for all, it would change nothing that is seen here.</summary>
    private static Destination LayerOf(object? own, SettingsAsk ask) =>
        own is not null && ask.Said(SettingsWishes.For) is null ? ask.Place : ask.Layer;

    private static string ForHere(SettingsAsk ask) =>
        ask.Layer.Topic is null ? "" : $" {SettingsWishes.For}:{SettingsWishes.Here}";

    /// <summary>Whoever has the right by a role alone hands it to nobody else.</summary>
    private async Task<(IReadOnlyList<PlaceRole>? Roles, Reply? Refused)> RolesAsync(
        SettingsAsk ask,
        CancellationToken cancellation
    )
    {
        if (ask.Said(SettingsWishes.Roles) is not { } written)
            return (null, null);
        if (!rights.KnowRoles(ask.Place))
            return (null, Reply.Of(ask.Edition.Line("settings.roles-nowhere")));
        return await rights.MayGiveRightsAsync(ask.Call, ask.Place, cancellation)
            ? await roleReader.ReadAsync(written, ask, cancellation)
            : (null, Reply.Of(ask.Edition.Line("settings.roles-managers")) with { IsRefusal = true });
    }
}
