using System.Text;
using Bot.Core.Articles.Seeds;
using Bot.Core.Chat;
using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;
using Bot.Telegram.Api;
using Bot.Tests.Telegram;

namespace Bot.Tests.Contract;

/// <summary>A supergroup of Telegram's, with the person who made it and a member.</summary>
internal sealed class TelegramStage : ContractStage
{
    private TelegramDesk? desk;
    private Person? ann;
    private Person? ben;
    private Chat? group;

    private TelegramDesk Desk => desk ?? throw new InvalidOperationException("The stage is closed.");

    private Chat Group => group ?? throw new InvalidOperationException("The stage is closed.");

    public static async Task<ContractStage> OpenAsync(IReadOnlyDictionary<string, string> articles)
    {
        var stage = new TelegramStage();
        var open = stage.desk = await TelegramDesk.OpenAsync(
            stage.Clock,
            options: new TelegramEmulatorOptions { HasFloodControl = false },
            isRunning: false
        );
        foreach (var seed in open.Seeds.EnumerateFiles())
            seed.Delete();
        foreach (var (name, text) in articles)
            await File.WriteAllTextAsync(Path.Combine(open.Seeds.FullName, name), text, Cancellation);
        await open.StartAsync();
        stage.ann = open.Telegram.AddPerson("Ann", "en");
        stage.ben = open.Telegram.AddPerson("Ben", "en");
        stage.group = open.Telegram.AddSupergroup("News lovers", stage.ann);
        stage.ben.Joins(stage.group);
        stage.ann.Adds(open.Bot, stage.group);
        await stage.group.WaitForBotMessagesAsync(1, Cancellation);
        return stage;
    }

    public override void RefuseNext(string why) => Desk.Telegram.Faults.Add("sendMessage", new Fault.BadRequest(why));

    public override void RefuseFiles() => Group.TakesFiles = false;

    public override (string Name, string Text)? FileOf(Spoken spoken) =>
        ((Message)spoken.Where).Document is { } file ? (file.Name, Encoding.UTF8.GetString(file.Bytes.Span)) : null;

    public override Destination Place => TelegramAddress.Of(Group.Id);

    public override T Get<T>() => Desk.Get<T>();

    public override Task QueueAsync(string words) => Desk.QueueAsync(Group, words);

    public override async Task FileAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Desk.Seeds.FullName, name), text, Cancellation);
        await Desk.Get<SeedLoader>().LoadAsync(Cancellation);
    }

    public override ValueTask DisposeAsync() => Desk.DisposeAsync();

    protected override async Task<Spoken> HearAsync(string line, Role role)
    {
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        var asked = Someone(role)
            .Says(Group, end < 0 ? $"{line}@byline_bot" : $"{line[..end]}@byline_bot{line[end..]}");
        return Said(await PacedAsync(Group.WaitForAsync(m => m.IsFromBot && m.ReplyTo?.Id == asked.Id, Cancellation)));
    }

    protected override async Task<Spoken> FeelAsync(Spoken on, string label, Role role)
    {
        var message = (Message)on.Where;
        var last = Group.Transcript[^1].Id;
        Someone(role).Presses(message, label);
        return Said(
            await PacedAsync(
                Group.WaitForAsync(
                    m => (m.Id == message.Id && m.EditedCount > message.EditedCount) || (m.Id > last && m.IsFromBot),
                    Cancellation
                )
            )
        );
    }

    protected override async Task<IReadOnlyList<string>> PostsAsync(int count)
    {
        await PacedAsync(Group.WaitUntilAsync(_ => Posts().Count >= count, Cancellation));
        return [.. Posts().Select(m => m.Text)];
    }

    /// <summary>After the welcome, what answers neither a message nor a press: presses are answered in place in these scenarios.</summary>
    private List<Message> Posts() => [.. Group.BotMessages.Skip(1).Where(m => m.ReplyTo is null)];

    /// <summary>The pace of a chat goes by the clock, which stands still: it is let on only where an answer waits for it.</summary>
    private async Task<T> PacedAsync<T>(Task<T> awaited) =>
        await Task.WhenAny(awaited, Task.Delay(TimeSpan.FromSeconds(1), Cancellation)) == awaited
            ? await awaited
            : await Desk.PassUntilAsync(awaited);

    private Person Someone(Role role) =>
        (role == Role.Administrator ? ann : ben) ?? throw new InvalidOperationException("The stage is closed.");

    private static Spoken Said(Message message) =>
        new(message.Text, [.. message.Buttons.SelectMany(r => r).Select(b => b.Label)], message);
}
