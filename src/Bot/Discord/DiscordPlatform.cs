using Bot.Core.Chat;
using Bot.Discord.Accounts;
using Bot.Discord.Api.Wire;
using Bot.Discord.Menus;
using Bot.Discord.Places;
using Bot.Discord.Receiving;
using Bot.Discord.Sending;

namespace Bot.Discord;

/// <summary>Discord as a place where people talk: channels, threads, forums and direct messages.</summary>
internal sealed class DiscordPlatform(
    DiscordAccount account,
    DiscordReception reception,
    DiscordPress press,
    DiscordPlaces places,
    GivenFiles files,
    CommandRegistrar registrar,
    DiscordCheck check,
    TimeProvider time
) : IChatPlatform
{
    public string Name => DiscordAddress.Platform;

    public Uri? Invitation => account.Invitation;

    /// <summary>
    /// An answer put in its place twice is there once; once the interaction is over, it is a message like others. A
    /// message is known again by its nonce, a thread by its title.
    /// </summary>
    public TimeSpan? KnowsAgainFor(Destination destination, string? answers) =>
        InteractionReference.TryParse(answers) switch
        {
            null => DiscordPress.NonceLife,
            { Place: AnswerPlace.PrivateFollowUp } => null,
            var interaction when interaction.IsPrivate || interaction.IsLiveAt(time.GetUtcNow()) => TimeSpan.MaxValue,
            _ => DiscordPress.NonceLife,
        };

    public Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation) =>
        press.PostAsync(post, cancellation);

    public Task<PlaceLookup> FindPlaceAsync(string written, Asker asker, CancellationToken cancellation) =>
        places.FindAsync(written, asker, cancellation);

    public Task<string?> FindTitleAsync(Destination place, CancellationToken cancellation) =>
        places.FindTitleAsync(place, cancellation);

    public Task<bool> LiesInItsChatAsync(Destination place, CancellationToken cancellation) =>
        places.LiesInItsServerAsync(place, cancellation);

    /// <summary>In servers; a direct message lies in none.</summary>
    public bool HasRoles(Destination place) => place.Topic is not null;

    public Task<RoleLookup> FindRolesAsync(string written, Destination place, CancellationToken cancellation) =>
        places.FindRolesAsync(written, place, cancellation);

    public Task<FileReading> ReadFileAsync(GivenFile file, int mostBytes, CancellationToken cancellation) =>
        files.ReadAsync(file, mostBytes, cancellation);

    public Destination? PrivatePlaceOf(string person) =>
        Snowflake.TryParse(person) is { } id ? DiscordAddress.OfPerson(id) : null;

    public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation) =>
        places.CheckAsync(destination, cancellation);

    public Task ShowMenusAsync(IReadOnlyList<CommandMenu> shown, CancellationToken cancellation) =>
        registrar.RegisterAsync(cancellation);

    public Task<IReadOnlyList<PlatformFinding>> CheckAsync(bool isRunning, CancellationToken cancellation) =>
        check.LookAsync(cancellation);

    public IAsyncEnumerable<InboundEvent> ReadEventsAsync(CancellationToken cancellation) =>
        reception.ReadAsync(cancellation);
}
