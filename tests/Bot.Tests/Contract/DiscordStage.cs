using System.Text;
using System.Text.RegularExpressions;
using Bot.Core.Articles.Seeds;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Bot.Tests.Discord;
using DiscordChannel = Bot.Emulators.Discord.Channel;

namespace Bot.Tests.Contract;

/// <summary>A text channel of Discord's, with the server's owner and a member.</summary>
internal sealed partial class DiscordStage : ContractStage
{
    private const string Send = "POST /channels/{channel_id}/messages";

    private const string EditAnswer = "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original";

    private DiscordDesk? desk;
    private Person? ben;

    private DiscordDesk Desk => desk ?? throw new InvalidOperationException("The stage is closed.");

    private DiscordChannel Channel => Desk.Channel;

    public static async Task<ContractStage> OpenAsync(IReadOnlyDictionary<string, string> articles)
    {
        var stage = new DiscordStage();
        var open = stage.desk = await DiscordDesk.OpenAsync(
            stage.Clock,
            options: new DiscordEmulatorOptions { HasRateLimits = false, HeartbeatInterval = TimeSpan.FromHours(1) },
            isRunning: false
        );
        foreach (var seed in open.Seeds.EnumerateFiles())
            seed.Delete();
        foreach (var (name, text) in articles)
            await File.WriteAllTextAsync(Path.Combine(open.Seeds.FullName, name), text, Cancellation);
        await open.ConnectAsync();
        stage.ben = open.Discord.AddPerson("Ben");
        open.Guild.Joins(stage.ben);
        // Its commands are registered then.
        await DiscordDesk.AskAsync(open.Ann, open.Channel, "help");
        return stage;
    }

    public override void RefuseNext(string why) =>
        Desk.Discord.Faults.Add(Send, new Fault.Refuses(400, 50035, $"Bad Request: {why}"));

    public override void RefuseFiles() =>
        Desk.Discord.Faults.Add(EditAnswer, new Fault.Refuses(403, 50013, "Missing Permissions"));

    public override (string Name, string Text)? FileOf(Spoken spoken) =>
        ((Message)spoken.Where).Attachments is [var file]
            ? (file.Name, Encoding.UTF8.GetString(file.Bytes.Span))
            : null;

    public override Destination Place => DiscordDesk.PlaceOf(Channel);

    public override T Get<T>() => Desk.Get<T>();

    public override Task QueueAsync(string words) => Desk.QueueAsync(Channel, words);

    public override async Task FileAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Desk.Seeds.FullName, name), text, Cancellation);
        await Desk.Get<SeedLoader>().LoadAsync(Cancellation);
    }

    public override ValueTask DisposeAsync() => Desk.DisposeAsync();

    protected override async Task<Spoken> HearAsync(string line, Role role)
    {
        var person = Someone(role);
        var asked = Sorted(line) is var (command, options)
            ? TryUse(person, command, options) ?? person.UsesCommand(Channel, "ask", ("line", line))
            : person.UsesCommand(Channel, "ask", ("line", line));
        return Said(await PacedAsync(asked.WaitForAnswerAsync(Cancellation)));
    }

    protected override async Task<Spoken> FeelAsync(Spoken on, string label, Role role) =>
        Said(
            await PacedAsync(
                (
                    ((Message)on.Where).Choosable.Contains(label)
                        ? Someone(role).Chooses((Message)on.Where, label)
                        : Someone(role).Presses((Message)on.Where, label)
                ).WaitForAnswerAsync(Cancellation)
            )
        );

    protected override async Task<IReadOnlyList<string>> PostsAsync(int count)
    {
        await PacedAsync(
            Task.Run(
                async () =>
                {
                    while (Posts().Count < count)
                        await Task.Delay(50, Cancellation);
                    return count;
                },
                Cancellation
            )
        );
        return [.. Posts().Select(Text)];
    }

    private List<Message> Posts() => [.. Channel.BotMessages.Where(m => m.Answers is null)];

    /// <summary>Where a person's own program shows the command as such, it is used; what it would not take is said in plain words.</summary>
    private Interaction? TryUse(Person person, string command, (string Name, object Value)[] options)
    {
        try
        {
            return person.UsesCommand(Channel, command, options);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>The command and its options as a person fills them in; null where the line is no such command.</returns>
    private (string Command, (string Name, object Value)[] Options)? Sorted(string line)
    {
        var words = line.TrimStart('/').Split(' ');
        if (Desk.Get<CommandCatalog>().Find(words[0]) is not { Description: var description })
            return null;
        var command = words[0];
        var rest = words[1..];
        if (description.Subcommands.Count > 0 && rest.Length > 0)
            (command, rest) = ($"{command} {rest[0]}", rest[1..]);
        var options = new List<(string, object)>();
        foreach (var word in rest)
        {
            var named = Named().Match(word);
            var option = named.Success
                ? description.Options.FirstOrDefault(o => o.Name == named.Groups["name"].Value)
                : description.Options.FirstOrDefault(o => o.IsUnnamed)
                    ?? description.Options.FirstOrDefault(o =>
                        o.Kind is OptionKind.ArticleChoice || o.Choices.Contains(word)
                    );
            if (option is null)
                return null;
            options.Add((option.Name, named.Success ? named.Groups["value"].Value : word));
        }

        return (command, [.. options]);
    }

    /// <summary>What waits for a limit or a retry goes by the clock, which stands still: it is let on only where an answer waits for it.</summary>
    private async Task<T> PacedAsync<T>(Task<T> awaited) =>
        await Task.WhenAny(awaited, Task.Delay(TimeSpan.FromSeconds(1), Cancellation)) == awaited
            ? await awaited
            : await Desk.PassUntilAsync(awaited);

    private Person Someone(Role role) =>
        (role == Role.Administrator ? Desk.Ann : ben) ?? throw new InvalidOperationException("The stage is closed.");

    /// <summary>More buttons than a row holds are a list to choose from.</summary>
    private static Spoken Said(Message message) =>
        new(Text(message), [.. message.Choosable, .. message.Pressable], message);

    /// <summary>Without the marks of Discord's markdown.</summary>
    private static string Text(Message message) => PlainMarkdown.Of(message);

    [GeneratedRegex("^(?<name>[a-z]+):(?<value>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
