using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Storage;
using Bot.Tests.Delivery;
using Dapper;

namespace Bot.Tests.Storage;

public sealed class MovedPlaceTests : IDisposable
{
    /// <summary>Columns of these names hold a place's address; owners are people, who do not move.</summary>
    private static readonly string[] Addresses = ["destination", "chat", "place"];

    private readonly StoreFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_row_of_a_chat_and_of_its_topics_goes_with_it_when_it_moves()
    {
        var database = await folder.MigrateAsync();
        var columns = await AddressesAsync(database);
        foreach (var table in columns.GroupBy(c => c.Table, c => c.Column))
            await FillAsync(database, table.Key, [.. table]);

        await new DestinationBook(database, new Outbox(database, TimeProvider.System), TimeProvider.System).MoveAsync(
            new Destination("telegram", "-5"),
            new Destination("telegram", "-1005"),
            Stop
        );

        await using var connection = await database.OpenAsync(Stop);
        foreach (var (table, column) in columns.Where(c => c.Table != "paused_destinations"))
        {
            var now = await connection.QueryAsync<string>($"SELECT {column} FROM {table} ORDER BY 1");
            Assert.Equal(["telegram:-1005", "telegram:-1005/7", "telegram:-50"], now);
        }

        // What stood in the old one's way is no matter of the new one's.
        Assert.Equal(
            ["telegram:-1005/7", "telegram:-50"],
            await connection.QueryAsync<string>("SELECT destination FROM paused_destinations ORDER BY 1")
        );
    }

    private static async Task<List<(string Table, string Column)>> AddressesAsync(Database database)
    {
        await using var connection = await database.OpenAsync(Stop);
        var columns = await connection.QueryAsync<(string Table, string Column)>(
            """
            SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name <> 'moved_destinations' AND c.name IN @Addresses ORDER BY 1, 2
            """,
            new { Addresses }
        );
        return columns.AsList();
    }

    /// <summary>Three rows that differ in nothing but the address, whatever else the table demands.</summary>
    private static async Task FillAsync(Database database, string table, IReadOnlyList<string> addresses)
    {
        await using var connection = await database.OpenAsync(Stop);
        await connection.ExecuteAsync("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
        var others = await connection.QueryAsync<string>(
            """
            SELECT name FROM pragma_table_info(@table)
            WHERE name NOT IN @addresses AND ("notnull" = 1 AND dflt_value IS NULL OR pk > 0 AND name <> 'id')
            """,
            new { table, addresses }
        );
        string[] names = [.. addresses, .. others];
        foreach (var (address, number) in new[] { ("telegram:-5", 1), ("telegram:-5/7", 2), ("telegram:-50", 3) })
            await connection.ExecuteAsync(
                $"""
                INSERT INTO {table} ({string.Join(", ", names)})
                VALUES ({string.Join(", ", names.Select((_, i) => i < addresses.Count ? $"'{address}'" : $"{number}"))})
                """
            );
    }
}
