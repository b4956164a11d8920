using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Proof;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

/// <summary>One process that posts; a second one on the same store is a second <see cref="PostRoom"/>.</summary>
internal sealed class PostRoom
{
    private readonly Database _database;

    private PostRoom(Database database, FakeTimeProvider time, params IChatPlatform[] platforms)
    {
        _database = database;
        Outbox = new Outbox(database, time);
        Destinations = new DestinationBook(database, Outbox, time);
        Bell = new DeliveryBell(time);
        Courier = new Courier(
            database,
            Outbox,
            Destinations,
            platforms,
            new Proofreader(new ArticleStore(database)),
            time,
            NullLogger<Courier>.Instance
        );
    }

    public Outbox Outbox { get; }

    public DestinationBook Destinations { get; }

    public DeliveryBell Bell { get; }

    public Courier Courier { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<PostRoom> OpenAsync(
        StoreFolder folder,
        FakeTimeProvider time,
        params IChatPlatform[] platforms
    ) => new(await folder.MigrateAsync(), time, platforms);

    public async Task<long> QueueAsync(string destination, params string[] parts)
    {
        await using var connection = await _database.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var batch = await Outbox.EnqueueAsync(
            transaction,
            Destination.TryParse(destination)!.Value,
            [.. parts.Select(Saying)],
            Cancellation
        );
        await transaction.CommitAsync(Cancellation);
        Bell.Ring();
        return batch;
    }

    public async Task AnswerAsync(string destination, string words)
    {
        await using var connection = await _database.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        var place = Destination.TryParse(destination)!.Value;
        await Outbox.EnqueueAnswerAsync(
            transaction,
            new Post(place, Saying(words), Key: "") { Answers = "1" },
            Cancellation
        );
        await transaction.CommitAsync(Cancellation);
    }

    public Task<DateTimeOffset?> DeliverAsync() => DeliverAsync(Courier);

    /// <summary>Posts all that is due, everywhere.</summary>
    /// <returns>When the next is due; null where nothing waits.</returns>
    public static async Task<DateTimeOffset?> DeliverAsync(Courier courier)
    {
        var served = 0;
        DateTimeOffset? next;
        do
        {
            served = 0;
            next = await courier.SetOffAsync(() => Interlocked.Increment(ref served), Cancellation);
            await courier.FinishAsync();
        } while (served > 0);
        return next;
    }

    public async Task<IReadOnlyList<OutboxState>> StatesAsync(long batch) =>
        [.. (await Outbox.BatchAsync(batch, Cancellation)).Select(i => i.State)];

    public async Task RunSqlAsync(string sql)
    {
        await using var connection = await _database.OpenAsync(Cancellation);
        await connection.ExecuteAsync(sql);
    }

    public static Reply Saying(string words) => new([new ParagraphBlock([new Plain(words)])]);

    /// <summary>The words of each post that people saw.</summary>
    public static IEnumerable<string> Words(RecordingPlatform platform) =>
        platform.Shown.Select(p => string.Join(" / ", p.Reply.Blocks.OfType<ParagraphBlock>().Select(Words)));

    private static string Words(ParagraphBlock paragraph) =>
        string.Concat(paragraph.Words.OfType<Plain>().Select(w => w.Text));
}
