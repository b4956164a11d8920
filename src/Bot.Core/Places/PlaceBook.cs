using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Places;

/// <summary>What is set and known for each chat and for places within it: zone, language, who may administer, what it is called. Who let us in is in the <see cref="DoorBook"/>.</summary>
public sealed class PlaceBook(Database database, TimeProvider time)
{
    /// <summary>That may administer a chat besides.</summary>
    public const int MostRoles = 20;

    /// <summary>Another process may change what this one has read; every command asks.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Destination, (KnownPlace? Place, DateTimeOffset Read)> read = new();

    /// <returns>Null where nothing is known of the chat.</returns>
    public Task<KnownPlace?> FindAsync(Destination destination, CancellationToken cancellation) =>
        LookAsync(destination.Chat, cancellation);

    /// <summary>What holds in a place: its own, and where it has none, its chat's.</summary>
    public async Task<PlaceSettings> SettingsOfAsync(Destination destination, CancellationToken cancellation)
    {
        var around = await OwnSettingsAsync(destination.Chat, cancellation);
        return destination.Topic is null ? around : (await OwnSettingsAsync(destination, cancellation)).Over(around);
    }

    /// <summary>What is set for the chat, or for the place within it alone.</summary>
    public async Task<PlaceSettings> OwnSettingsAsync(Destination destination, CancellationToken cancellation) =>
        (await LookAsync(destination, cancellation))?.Settings ?? PlaceSettings.Nothing;

    /// <returns>Null where neither the place nor its chat has chosen one.</returns>
    public async Task<TimeZoneInfo?> ZoneOfAsync(Destination destination, CancellationToken cancellation) =>
        (await SettingsOfAsync(destination, cancellation)).Zone;

    /// <returns>Null where each asker is answered in their own.</returns>
    public async Task<CultureInfo?> LanguageOfAsync(Destination destination, CancellationToken cancellation) =>
        (await SettingsOfAsync(destination, cancellation)).Language?.Culture;

    /// <returns>Null where neither the place nor its chat has chosen one.</returns>
    public async Task<ReadingSize?> SizeOfAsync(Destination destination, CancellationToken cancellation) =>
        (await SettingsOfAsync(destination, cancellation)).Size;

    /// <summary>The places within a chat that have settings of their own.</summary>
    public async Task<IReadOnlyList<KnownPlace>> WithinAsync(Destination chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<string, PlaceRow, (string Place, PlaceRow Row)>(
            new CommandDefinition(
                $"""
                SELECT chat, {PlaceRow.Columns} FROM places
                WHERE chat >= @chat || '/' AND chat < @chat || '0'
                  AND (zone IS NOT NULL OR language IS NOT NULL OR size IS NOT NULL OR quiet IS NOT NULL)
                ORDER BY chat
                """,
                new { chat = chat.ToString() },
                cancellationToken: cancellation
            ),
            (place, row) => (place, row),
            splitOn: "title"
        );
        return
        [
            .. rows.Where(r => Destination.TryParse(r.Place) is not null)
                .Select(r => r.Row.ToPlace(Destination.TryParse(r.Place)!.Value)),
        ];
    }

    /// <returns>Where the person who let us in can be told in private; null where nobody is known.</returns>
    public async Task<Destination?> OwnerOfAsync(Destination destination, CancellationToken cancellation) =>
        (await FindAsync(destination, cancellation))?.Owner;

    /// <summary>Of the whole chat.</summary>
    public Task SetZoneAsync(Destination destination, TimeZoneInfo zone, CancellationToken cancellation) =>
        ChangeAsync(destination.Chat, s => s with { Zone = zone }, cancellation);

    /// <summary>Changes what is set for the chat, or for the place within it alone; two who change it at once wait for each other.</summary>
    public async Task ChangeAsync(
        Destination layer,
        Func<PlaceSettings, PlaceSettings> change,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var row = await connection.QuerySingleOrDefaultAsync<PlaceRow>(
            new CommandDefinition(
                $"SELECT {PlaceRow.Columns} FROM places WHERE chat = @place",
                new { place = layer.ToString() },
                transaction,
                cancellationToken: cancellation
            )
        );
        var before = row?.Settings ?? PlaceSettings.Nothing;
        var now = change(before);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO places (chat, zone, language, size, quiet) VALUES (@place, @zone, @language, @size, @quiet)
                ON CONFLICT DO UPDATE SET zone = excluded.zone, language = excluded.language, size = excluded.size,
                  quiet = excluded.quiet
                """,
                new
                {
                    place = layer.ToString(),
                    // A zone that this machine does not know stays until another is chosen.
                    zone = now.Zone?.Id ?? (before.Zone is null ? row?.Zone : null),
                    language = now.Language?.Name,
                    size = now.Size is { } size ? ReadingSizes.Word(size) : null,
                    quiet = now.Quiet?.ToString(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        read.TryRemove(layer, out _);
    }

    /// <summary>Whose members may administer the chat besides those of whom the platform says so.</summary>
    public Task SetRolesAsync(
        Destination destination,
        IReadOnlyList<PlaceRole> roles,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            destination,
            "INSERT INTO places (chat, roles) VALUES (@chat, @value) ON CONFLICT DO UPDATE SET roles = excluded.roles",
            new { chat = destination.Chat.ToString(), value = PlaceRow.Written(roles) },
            cancellation
        );

    /// <summary>A place within a chat may be called something of its own.</summary>
    public Task SetTitleAsync(Destination destination, string title, CancellationToken cancellation) =>
        WriteAsync(
            destination,
            "INSERT INTO places (chat, title) VALUES (@place, @value) ON CONFLICT DO UPDATE SET title = excluded.title",
            new { place = destination.ToString(), value = title },
            cancellation
        );

    /// <returns>What the place is called, or the chat that it lies in; empty where nobody said.</returns>
    public async Task<string> TitleOfAsync(Destination destination, CancellationToken cancellation)
    {
        if (destination.Topic is not null && await LookAsync(destination, cancellation) is { Title.Length: > 0 } own)
            return own.Title;
        return (await FindAsync(destination, cancellation))?.Title ?? "";
    }

    /// <returns>The same for whoever a file goes to: a person's own chat has their name, and no title there.</returns>
    public async Task<string> PublicTitleOfAsync(Destination destination, CancellationToken cancellation) =>
        await FindAsync(destination, cancellation) is { Kind: PlaceKind.Private }
            ? ""
            : await TitleOfAsync(destination, cancellation);

    /// <summary>What was read of the chat and of places within it holds no more.</summary>
    public void Drop(Destination chat)
    {
        foreach (var place in read.Keys.Where(p => p.Chat == chat))
            read.TryRemove(place, out _);
    }

    /// <summary>Reads what is asked about many places in a moment, their chats with them, at once.</summary>
    public async Task ReadAllAsync(IReadOnlyCollection<Destination> places, CancellationToken cancellation)
    {
        List<Destination> all = [.. places.Concat(places.Select(p => p.Chat)).Distinct()];
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var now = time.GetUtcNow();
        var rows = await connection.QueryAsync<string, PlaceRow, (string Chat, PlaceRow Row)>(
            new CommandDefinition(
                $"""
                SELECT p.chat, {PlaceRow.Columns}
                FROM json_each(@all) j CROSS JOIN places p ON p.chat = j.value
                """,
                new { all = JsonSerializer.Serialize(all.Select(p => p.ToString())) },
                cancellationToken: cancellation
            ),
            (chat, row) => (chat, row),
            splitOn: "title"
        );
        var found = rows.ToDictionary(r => r.Chat, r => r.Row, StringComparer.Ordinal);
        if (read.Count + all.Count > MostKept)
            read.Clear();
        foreach (var place in all)
            read[place] = (found.GetValueOrDefault(place.ToString())?.ToPlace(place), now);
    }

    private async Task<KnownPlace?> LookAsync(Destination place, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var age = read.TryGetValue(place, out var known) ? now - known.Read : TimeSpan.MaxValue;
        if (age >= TimeSpan.Zero && age < Kept)
            return known.Place;
        var found = await ReadAsync(place, cancellation);
        if (read.Count >= MostKept)
            read.Clear();
        read[place] = (found, now);
        return found;
    }

    private async Task<KnownPlace?> ReadAsync(Destination place, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<PlaceRow>(
            new CommandDefinition(
                $"SELECT {PlaceRow.Columns} FROM places WHERE chat = @place",
                new { place = place.ToString() },
                cancellationToken: cancellation
            )
        );
        return row?.ToPlace(place);
    }

    private async Task WriteAsync(Destination destination, string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation));
        read.TryRemove(destination.Chat, out _);
        read.TryRemove(destination, out _);
    }
}
