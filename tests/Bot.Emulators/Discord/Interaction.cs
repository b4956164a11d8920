using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type</summary>
public enum InteractionKind
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>What autocomplete offers.</summary>
public sealed record Choice(string Name, string Value);

/// <summary>Something that a person did to a bot, and what the bot answers, as the person sees it.</summary>
public sealed class Interaction
{
    /// <summary>Later than this the platform tells the person that the bot did not respond.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly List<Message> _followUps = [];

    internal Interaction(long id, InteractionKind kind, BotAccount bot, Person by, Channel channel)
    {
        Id = id;
        Kind = kind;
        Bot = bot;
        By = by;
        Channel = channel;
        Token = $"aW50ZXJhY3Rpb246{id}";
        At = by.Realm.Now;
    }

    public long Id { get; }

    public string Token { get; }

    public InteractionKind Kind { get; }

    public BotAccount Bot { get; }

    public Person By { get; }

    public Channel Channel { get; }

    public DateTimeOffset At { get; }

    /// <summary>What was asked, as the person would write it: "/quotes by:putin", "[More]".</summary>
    public string Asked { get; internal init; } = "";

    /// <summary>How long the bot took to acknowledge it; null until it does.</summary>
    public TimeSpan? AcknowledgedAfter { get; internal set; }

    /// <summary>Whether the bot was connected when it happened; if not, the person saw it fail at once.</summary>
    public bool WasDelivered { get; internal set; }

    /// <summary>The answer's own message: loading while it is only deferred; null where there is none or it was deleted.</summary>
    public Message? Original { get; internal set; }

    public Modal? Modal { get; internal set; }

    public IReadOnlyList<Choice>? Choices { get; internal set; }

    /// <summary>The message whose component was used.</summary>
    public Message? Source { get; internal init; }

    public IReadOnlyList<Message> FollowUps
    {
        get
        {
            lock (By.Realm.Gate)
                return [.. _followUps.Where(m => !m.IsDeleted)];
        }
    }

    internal JsonObject Payload { get; set; } = [];

    /// <summary>How often the message of a component had been edited when the component was used.</summary>
    internal int SourceEdits { get; init; }

    internal bool IsLate => AcknowledgedAfter is null && By.Realm.Now - At > LongestSilence;

    internal bool IsOver => By.Realm.Now - At > Lifetime;

    public Task<Interaction> WaitForAcknowledgementAsync(CancellationToken cancellation) =>
        By.Realm.WaitForAsync(
            () => AcknowledgedAfter is null ? null : this,
            () => $"{this} was not acknowledged.",
            cancellation
        );

    /// <summary>Waits for what was deferred to be filled in, too. For a press, the message as it was edited.</summary>
    public Task<Message> WaitForAnswerAsync(CancellationToken cancellation) =>
        By.Realm.WaitForAsync(
            () => Original is { IsLoading: false } answer && IsEditedSince(answer) ? answer : null,
            () => $"{this} was not answered.",
            cancellation
        );

    public Task<IReadOnlyList<Message>> WaitForFollowUpsAsync(int count, CancellationToken cancellation) =>
        By.Realm.WaitForAsync<IReadOnlyList<Message>>(
            () => FollowUps.Count >= count ? FollowUps : null,
            () => $"{this} was followed up {FollowUps.Count} times, not {count}.",
            cancellation
        );

    public Task<Modal> WaitForModalAsync(CancellationToken cancellation) =>
        By.Realm.WaitForAsync(() => Modal, () => $"{this} opened no modal.", cancellation);

    public Task<IReadOnlyList<Choice>> WaitForChoicesAsync(CancellationToken cancellation) =>
        By.Realm.WaitForAsync(() => Choices, () => $"{this} was offered no choices.", cancellation);

    internal void Follow(Message message) => _followUps.Add(message);

    private bool IsEditedSince(Message answer) => answer != Source || answer.EditedCount > SourceEdits;

    public override string ToString() => $"{Asked} by {By} in {Channel}";
}

/// <summary>A form that a bot opened, and its fields by label.</summary>
public sealed class Modal
{
    internal Modal(Interaction opener, JsonObject json)
    {
        Opener = opener;
        Json = json;
        Title = Components.Text(json, "title") ?? "";
        Fields = [.. Inputs.Select(i => i.Label)];
    }

    public Interaction Opener { get; }

    public string Title { get; }

    /// <summary>The labels of the fields.</summary>
    public IReadOnlyList<string> Fields { get; }

    internal JsonObject Json { get; }

    internal IEnumerable<(string Label, JsonObject Input)> Inputs =>
        (Json["components"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(row =>
                row["component"] is JsonObject labelled
                    ? [(Components.Text(row, "label") ?? "", labelled)]
                    : (row["components"] as JsonArray ?? []).OfType<JsonObject>().Select(i => (Components.Label(i), i))
            );
}
