using System.Globalization;
using Bot.Core.Chat;
using Dapper;

namespace Bot.Tests.Digests.Kills;

/// <summary>What stands in the places in the end, held against what was planned and what the store says of it.</summary>
/// <param name="Unknown">Posts that the store lists as ones whose fate nobody knows.</param>
/// <param name="UnknownThere">Of those, the ones that did arrive.</param>
/// <param name="Lost">Digests that a place lacks and that the store does not list.</param>
internal sealed record DigestTally(
    int Digests,
    int Posts,
    IReadOnlyList<UnknownPost> Unknown,
    int UnknownThere,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Doubled
)
{
    public static async Task<DigestTally> TakeAsync(Circulation circulation, CancellationToken cancellation)
    {
        await using var connection = await circulation.Database.OpenAsync(cancellation);
        var unknown = (
            await connection.QueryAsync<(long Id, string Destination, string Digest)>(
                """
                SELECT o.id, o.destination, l.digest FROM outbox o JOIN digest_ledger l ON l.id = o.ledger
                WHERE o.state = 'unknown'
                """
            )
        )
            // The store holds addresses that it has written itself.
            .Select(u => new UnknownPost(u.Id, Destination.TryParse(u.Destination)!.Value, u.Digest))
            .ToList();
        var found = (
            from doorstep in circulation.Doorsteps
            from name in circulation.Names
            select (
                Copy: $"{name} in {doorstep.Place}",
                Times: doorstep.Copies(name),
                IsUnknown: unknown.Exists(u => u.Place == doorstep.Place && u.Digest == name)
            )
        ).ToList();
        return new DigestTally(
            circulation.Names.Count,
            found.Sum(f => f.Times),
            unknown,
            found.Count(f => f is { Times: > 0, IsUnknown: true }),
            [.. found.Where(f => f is { Times: 0, IsUnknown: false }).Select(f => f.Copy)],
            [.. found.Where(f => f.Times > 1).Select(f => f.Copy)]
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Digests} digests, {Posts} posts, {Unknown.Count} unknown ({UnknownThere} of them arrived), {Doubled.Count} doubles, {Lost.Count} losses"
        );
}

internal sealed record UnknownPost(long Id, Destination Place, string Digest);
