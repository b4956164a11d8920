using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Places;

/// <summary>Which chats let the bot in, who did, and which it has left.</summary>
public sealed class DoorBook(Database database, PlaceBook places, TimeProvider time)
{
    /// <returns>The chats of a platform that let the bot in, and whether it is in them still.</returns>
    public async Task<IReadOnlyList<(Destination Chat, bool IsIn)>> KnownAsync(
        string platform,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<(string Chat, string? Left)>(
            new CommandDefinition(
                "SELECT chat, left_since FROM places WHERE substr(chat, 1, length(@prefix)) = @prefix AND instr(chat, '/') = 0",
                new { prefix = $"{platform}:" },
                cancellationToken: cancellation
            )
        );
        return
        [
            .. rows.Where(r => Destination.TryParse(r.Chat) is not null)
                .Select(r => (Destination.TryParse(r.Chat)!.Value, r.Left is null)),
        ];
    }

    public async Task<IReadOnlyList<Destination>> LeftBeforeAsync(DateTimeOffset then, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var chats = await connection.QueryAsync<string>(
            new CommandDefinition(
                "SELECT chat FROM places WHERE left_since < @then",
                new { then = StoredInstant.Write(then) },
                cancellationToken: cancellation
            )
        );
        return [.. chats.Select(Destination.TryParse).OfType<Destination>()];
    }

    /// <summary>The bot was let into the chat, or into it again.</summary>
    /// <param name="owner">Where the person who did it can be told in private; null leaves the one who is known.</param>
    /// <returns>True once ever for each chat: when it is to be welcomed.</returns>
    public async Task<bool> JoinedAsync(
        Destination joined,
        string title,
        PlaceKind kind,
        Destination? owner,
        string ownerName,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var values = new
        {
            chat = joined.Chat.ToString(),
            title,
            kind = Written(kind),
            owner = owner?.ToString(),
            ownerName,
            now = StoredInstant.Write(time.GetUtcNow()),
        };
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO places (chat, title, kind, owner, owner_name, joined)
                VALUES (@chat, @title, @kind, @owner, @ownerName, @now)
                ON CONFLICT DO UPDATE SET
                  title = CASE excluded.title WHEN '' THEN title ELSE excluded.title END,
                  kind = excluded.kind, joined = excluded.joined, left_since = NULL, owner = COALESCE(excluded.owner, owner),
                  owner_name = CASE WHEN excluded.owner IS NULL THEN owner_name ELSE excluded.owner_name END
                """,
                values,
                transaction,
                cancellationToken: cancellation
            )
        );
        var welcomed = await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE places SET welcomed = @now WHERE chat = @chat AND welcomed IS NULL",
                values,
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        places.Drop(joined.Chat);
        return welcomed > 0;
    }

    /// <summary>What the platform says of a chat in which the bot is; nobody is written down who has set nothing.</summary>
    /// <param name="title">Empty leaves the one that is known.</param>
    /// <param name="owner">Null leaves the one who is known.</param>
    public async Task DescribeAsync(
        Destination chat,
        string title,
        PlaceKind kind,
        Destination? owner,
        CancellationToken cancellation
    )
    {
        if (
            await places.FindAsync(chat, cancellation) is not { } known
            || (
                known.Kind == kind
                && (title.Length == 0 || known.Title == title)
                && (owner ?? known.Owner) == known.Owner
            )
        )
            return;
        await WriteAsync(
            chat,
            """
            UPDATE places SET title = CASE @title WHEN '' THEN title ELSE @title END, kind = @kind,
              owner = COALESCE(@owner, owner)
            WHERE chat = @chat
            """,
            new
            {
                chat = chat.Chat.ToString(),
                title,
                kind = Written(kind),
                owner = owner?.ToString(),
            },
            cancellation
        );
    }

    /// <summary>What was set there is kept for a while: it counts again when the bot is let in again.</summary>
    public Task LeftAsync(Destination destination, CancellationToken cancellation) =>
        WriteAsync(
            destination,
            """
            INSERT INTO places (chat, left_since) VALUES (@chat, @value)
            ON CONFLICT DO UPDATE SET left_since = COALESCE(left_since, excluded.left_since)
            """,
            new { chat = destination.Chat.ToString(), value = StoredInstant.Write(time.GetUtcNow()) },
            cancellation
        );

    /// <summary>The chat is open to us, whatever we took it for.</summary>
    public Task StayedAsync(Destination destination, CancellationToken cancellation) =>
        WriteAsync(
            destination,
            "UPDATE places SET left_since = NULL WHERE chat = @chat AND left_since IS NOT NULL",
            new { chat = destination.Chat.ToString() },
            cancellation
        );

    private static string Written(PlaceKind kind) => kind.ToString().ToLowerInvariant();

    private async Task WriteAsync(Destination destination, string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation));
        places.Drop(destination.Chat);
    }
}
