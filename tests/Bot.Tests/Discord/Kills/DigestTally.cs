using System.Globalization;
using Bot.Core.Chat;
using Dapper;

namespace Bot.Tests.Discord.Kills;

/// <summary>What stands in the channels in the end, held against what was planned and what the store says of it.</summary>
/// <param name="Unknown">Posts that the store lists as ones whose fate nobody knows.</param>
/// <param name="Lost">Digests that a channel lacks and that the store does not list.</param>
internal sealed record DigestTally(
    int Digests,
    int Posts,
    int Unknown,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Doubled
)
{
    public static async Task<DigestTally> TakeAsync(Circulation circulation, CancellationToken cancellation)
    {
        await using var connection = await circulation.Database.OpenAsync(cancellation);
        var unknown = (
            await connection.QueryAsync<(string Destination, string Reply)>(
                "SELECT destination, reply FROM outbox WHERE state = 'unknown'"
            )
        ).ToList();
        var found = (
            from channel in circulation.Channels
            from name in circulation.Names
            select (
                Copy: $"{name} in {channel}",
                Times: Circulation.Copies(channel, name),
                IsUnknown: unknown.Exists(u =>
                    Destination.TryParse(u.Destination) == DiscordDesk.PlaceOf(channel)
                    && u.Reply.Contains(name, StringComparison.Ordinal)
                )
            )
        ).ToList();
        return new DigestTally(
            circulation.Names.Count,
            found.Sum(f => f.Times),
            unknown.Count,
            [.. found.Where(f => f is { Times: 0, IsUnknown: false }).Select(f => f.Copy)],
            [.. found.Where(f => f.Times > 1).Select(f => f.Copy)]
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Digests} digests, {Posts} posts, {Unknown} unknown, {Doubled.Count} doubles, {Lost.Count} losses"
        );
}
