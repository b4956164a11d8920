using System.Globalization;
using Bot.Core.Places;
using Bot.Core.Places.Zones;

namespace Bot.Core.Moving;

/// <summary>Settings as the file has them, and back.</summary>
internal static class SettingsMapping
{
    /// <returns>Null where nothing is set.</returns>
    public static PackedSettings? Pack(KnownPlace place, IReadOnlyList<Chat.PlaceRole> roles)
    {
        var settings = place.Settings;
        var packed = new PackedSettings
        {
            Zone = settings.Zone?.Id ?? place.StrandedZone,
            Language = settings.Language?.Name,
            Size = settings.Size is { } size ? ReadingSizes.Word(size) : null,
            Quiet = settings.Quiet?.ToString(),
            Roles = roles.Count == 0 ? null : [.. roles.Select(r => new PackedRole(r.Id, r.Name))],
        };
        return packed == new PackedSettings() ? null : packed;
    }

    /// <param name="languages">That things can be said in.</param>
    /// <param name="problems">Gets what cannot be set here; it is left as it is.</param>
    public static PlaceSettings Unpack(
        PackedSettings? packed,
        IReadOnlyCollection<string> languages,
        List<ImportProblem> problems
    ) =>
        new()
        {
            Zone = Read(packed?.Zone, "zone", ZoneNames.TryFind, problems),
            Language = Read(
                packed?.Language,
                "language",
                n =>
                    n == PlaceLanguage.OwnName ? PlaceLanguage.Own
                    : languages.Contains(n, StringComparer.OrdinalIgnoreCase)
                        ? new PlaceLanguage(CultureInfo.GetCultureInfo(n))
                    : null,
                problems
            ),
            Size = ReadingSizes.TryParse(
                Read(packed?.Size, "size", n => ReadingSizes.TryParse(n) is null ? null : n, problems)
            ),
            Quiet = Read(packed?.Quiet, "quiet", QuietHours.TryParse, problems),
        };

    private static T? Read<T>(string? written, string field, Func<string, T?> read, List<ImportProblem> problems)
        where T : class
    {
        if (written is null)
            return null;
        var value = read(written.Trim());
        if (value is null)
            problems.Add(new ImportProblem.Setting(field, written));
        return value;
    }
}
