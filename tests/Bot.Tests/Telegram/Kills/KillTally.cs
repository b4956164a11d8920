using System.Globalization;
using Bot.Core.Storage;
using Bot.Emulators.Telegram;
using Dapper;

namespace Bot.Tests.Telegram.Kills;

/// <summary>What people were told in the end, held against what they asked and what the store says of it.</summary>
/// <param name="Answers">Answers that stand in the chats.</param>
/// <param name="Unknown">Questions whose answer the store lists as one whose fate nobody knows.</param>
/// <param name="UnknownThere">Of those, the ones that did arrive.</param>
/// <param name="Unsettled">Updates that the store still has to see to.</param>
internal sealed record KillTally(
    int Questions,
    int Answers,
    int Unknown,
    int UnknownThere,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Doubled,
    IReadOnlyList<string> OutOfOrder,
    int Unsettled
)
{
    public static async Task<KillTally> TakeAsync(string store, Crowd crowd, CancellationToken cancellation)
    {
        var database = new Database(new StoreOptions { Connection = $"Data Source={store};Pooling=False" });
        await using var connection = await database.OpenAsync(cancellation);
        var unknown = (
            await connection.QueryAsync<string>("SELECT reply FROM outbox WHERE state = 'unknown'")
        ).ToList();
        var found = crowd
            .Questions.Select(q =>
                (
                    q.Word,
                    Times: q.Chat.BotMessages.Count(q.IsAnsweredBy),
                    IsUnknown: unknown.Exists(r => r.Contains(q.Word, StringComparison.Ordinal))
                )
            )
            .ToList();
        return new KillTally(
            found.Count,
            found.Sum(f => f.Times),
            found.Count(f => f.IsUnknown),
            found.Count(f => f is { IsUnknown: true, Times: > 0 }),
            [.. found.Where(f => f is { Times: 0, IsUnknown: false }).Select(f => f.Word)],
            [.. found.Where(f => f is { Times: > 1, IsUnknown: false }).Select(f => f.Word)],
            [.. crowd.Chats.Where(c => !IsInOrder(c, crowd)).Select(c => c.Title)],
            await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM inbox WHERE settled IS NULL")
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Questions} updates, {Answers} answers, {Unknown} unknown ({UnknownThere} of them arrived), {Doubled.Count} doubles, {Lost.Count} losses, {OutOfOrder.Count} chats out of order"
        );

    private static bool IsInOrder(Chat chat, Crowd crowd)
    {
        var asked = crowd.Questions.Where(q => q.Chat == chat).ToList();
        var answered = chat.BotMessages.Select(m => asked.FindIndex(q => q.IsAnsweredBy(m))).ToList();
        return answered.Zip(answered.Skip(1)).All(pair => pair.First <= pair.Second);
    }
}
