using System.Security.Cryptography;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Moving;

/// <summary>The file that somebody gave at a place and has not answered for yet, one a place: the button that says yes has no room for it.</summary>
public sealed class ImportShelf(Database database, TimeProvider time)
{
    /// <summary>Whoever comes back later gives the file again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private const int KeyBytes = 10;

    /// <summary>In place of one that was given there before.</summary>
    /// <returns>The key that it is found by: letters and digits, the same for the same file in the same place.</returns>
    public async Task<string> PutAsync(Destination place, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var key = KeyOf(place, body.Span);
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                DELETE FROM imports WHERE place = @place AND key <> @key;
                INSERT INTO imports (key, place, body, given) VALUES (@key, @place, @body, @now)
                ON CONFLICT DO UPDATE SET given = excluded.given
                """,
                new
                {
                    key,
                    place = place.ToString(),
                    body = body.ToArray(),
                    now = StoredInstant.Write(time.GetUtcNow()),
                },
                cancellationToken: cancellation
            )
        );
        return key;
    }

    /// <returns>Null where the place has none under the key, or has it no more.</returns>
    public async Task<byte[]?> FindAsync(Destination place, string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<byte[]?>(
            new CommandDefinition(
                "SELECT body FROM imports WHERE key = @key AND place = @place AND given >= @then",
                new
                {
                    key,
                    place = place.ToString(),
                    then = Oldest(),
                },
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>It was answered.</summary>
    public async Task ForgetAsync(Destination place, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM imports WHERE place = @place",
                new { place = place.ToString() },
                cancellationToken: cancellation
            )
        );
    }

    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM imports WHERE given < @then",
                new { then = Oldest() },
                cancellationToken: cancellation
            )
        );
    }

    private string Oldest() => StoredInstant.Write(time.GetUtcNow() - KeptFor);

    private static string KeyOf(Destination place, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(place.ToString()));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, KeyBytes));
    }
}
