using System.Globalization;
using System.Text;
using Bot.Core.Articles.Seeds;
using Bot.Core.Chat;
using Bot.Core.Commands.Reception;
using Bot.Core.Delivery;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Scheduling;
using Bot.Terminal;
using Bot.Tests.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Contract;

/// <summary>The terminal, with somebody in its place who reads along and writes nothing to the console.</summary>
internal sealed class TerminalStage : ContractStage
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contract-terminal-");
    private readonly RecordingPlatform terminal = new(Destination.Terminal.Platform);
    private readonly IHost host;

    private TerminalStage()
    {
        var settings = SettingsReader.Read(
            new Dictionary<string, string?>
            {
                ["Store:Connection"] = $"Data Source={folder.FullName}/bot.db;Pooling=False",
                ["Seeds:Folder"] = folder.CreateSubdirectory("seeds").FullName,
            }
        );
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDesk(settings).AddDeliveryRounds().AddScheduling().AddSeedWatching();
        builder.Services.RemoveAll<IChatPlatform>();
        builder.Services.AddSingleton<IChatPlatform>(terminal).AddSingleton<TimeProvider>(Clock);
        host = builder.Build();
    }

    public static async Task<ContractStage> OpenAsync(IReadOnlyDictionary<string, string> articles)
    {
        var stage = new TerminalStage();
        foreach (var (name, text) in articles)
            await File.WriteAllTextAsync(Path.Combine(stage.folder.FullName, "seeds", name), text, Cancellation);
        await stage.Get<Database>().MigrateAsync(Cancellation);
        await stage.Get<SeedLoader>().LoadAsync(Cancellation);
        await stage.host.StartAsync(Cancellation);
        return stage;
    }

    public override void RefuseNext(string why) => terminal.AnswerNext(new PostOutcome.Refused($"Bad Request: {why}"));

    /// <summary>What it prints is its own.</summary>
    public override void RefuseFiles() { }

    public override (string Name, string Text)? FileOf(Spoken spoken) =>
        ((Reply)spoken.Where).Files is [var file] ? (file.Name, Encoding.UTF8.GetString(file.Bytes.Span)) : null;

    public override Destination Place => Destination.Terminal;

    public override T Get<T>() => host.Services.GetRequiredService<T>();

    public override async Task QueueAsync(string words)
    {
        await using var connection = await Get<Database>().OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Get<Outbox>().EnqueueAsync(transaction, Destination.Terminal, [PostRoom.Saying(words)], Cancellation);
        await transaction.CommitAsync(Cancellation);
        Get<DeliveryBell>().Ring();
    }

    public override async Task FileAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "seeds", name), text, Cancellation);
        await Get<SeedLoader>().LoadAsync(Cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        folder.Delete(recursive: true);
    }

    protected override async Task<Spoken> HearAsync(string line, Role role)
    {
        var answer = new Answer();
        await Get<FrontDesk>()
            .ReceiveAsync(new InboundEvent.CommandTyped(line, Asker(role), Destination.Terminal, answer), Cancellation);
        return Said(answer);
    }

    /// <summary>Where there are no buttons, what they ask is typed.</summary>
    protected override Task<Spoken> FeelAsync(Spoken on, string label, Role role) =>
        HearAsync(
            ((Reply)on.Where)
                .Blocks.OfType<ButtonBlock>()
                .SelectMany(b => b.Buttons)
                .First(b => b.Label == label)
                .Command,
            role
        );

    protected override async Task<IReadOnlyList<string>> PostsAsync(int count)
    {
        for (var look = 0; terminal.Shown.Count < count && look < 600; look++)
            await Task.Delay(50, Cancellation);
        return [.. terminal.Shown.Select(p => Text(p.Reply))];
    }

    private static Asker Asker(Role role) =>
        TerminalPlatform.Owner with
        {
            Standing = role == Role.Administrator ? Standing.Administrator : Standing.Reader,
            Language = CultureInfo.GetCultureInfo("en"),
        };

    private Spoken Said(Answer answer)
    {
        var reply = answer.Reply ?? throw new InvalidOperationException("Nothing was said back.");
        var buttons = reply.Blocks.OfType<ButtonBlock>().SelectMany(b => b.Buttons).Select(b => b.Label);
        return new Spoken(Text(reply), [.. buttons], reply);
    }

    private string Text(Reply reply) =>
        TerminalRenderer.ToText(reply, TerminalDress.Piped, Get<Phrasebook>().In(CultureInfo.GetCultureInfo("en")));

    private sealed class Answer : IReplyHandle
    {
        public Reply? Reply { get; private set; }

        public Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1)
        {
            Reply = reply;
            return Task.CompletedTask;
        }
    }
}
