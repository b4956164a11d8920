namespace Bot.Core.Chat;

/// <summary>A place where people talk: the edge that Discord, Telegram and the terminal stand on.</summary>
public interface IChatPlatform
{
    /// <summary>Lower case; the <see cref="Destination.Platform"/> of its places.</summary>
    string Name { get; }

    /// <summary>
    /// How long after its first try a post of the same <see cref="Post.Key"/> may be tried again and does no harm: the
    /// platform shows it once, or whoever saw the first is not there any more. Null where it never may: then, and later
    /// than that, a post whose fate is unknown is not sent again.
    /// </summary>
    /// <param name="answers">As in <see cref="Post.Answers"/>.</param>
    TimeSpan? KnowsAgainFor(Destination destination, string? answers) => null;

    /// <summary>Sends one message. Every outcome that can be expected is a value; it throws for bugs alone.</summary>
    Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation);

    /// <summary>
    /// What people do there, in the order in which it happens in each place, until the platform closes. An event that
    /// was not answered when the program ended comes again at the next start, where the platform can.
    /// </summary>
    IAsyncEnumerable<InboundEvent> ReadEventsAsync(CancellationToken cancellation);

    /// <returns>What stands in the way of posting to the place, in a sentence with its mend; null where nothing does.</returns>
    Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation);

    /// <summary>How fast the platform takes messages there; null for as fast as they come.</summary>
    Pace? PaceOf(Destination destination) => null;

    /// <summary>True where the platform says that this person may manage the place.</summary>
    Task<bool> MayAdministerAsync(Asker asker, Destination place, CancellationToken cancellation) =>
        Task.FromResult(asker.Standing == Standing.Administrator);

    /// <summary>
    /// Finds a place that a person names from elsewhere: a channel's "@name", a link to it, its address. What is found
    /// is theirs to manage: the platform has seen to that, and a platform that does not look finds nothing.
    /// </summary>
    Task<PlaceLookup> FindPlaceAsync(string written, Asker asker, CancellationToken cancellation) =>
        Task.FromResult<PlaceLookup>(new PlaceLookup.Unknown());

    /// <summary>
    /// True where the platform knows the place to lie in the chat that its address names: an address from outside may
    /// name any two. A platform that does not look says no.
    /// </summary>
    Task<bool> LiesInItsChatAsync(Destination place, CancellationToken cancellation) => Task.FromResult(false);

    /// <returns>What a place within a chat is called, for when it is spoken of elsewhere; null where nobody says.</returns>
    Task<string?> FindTitleAsync(Destination place, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>True where the platform gives people roles that a place may let administer.</summary>
    bool HasRoles(Destination place) => false;

    /// <summary>Finds the roles of a place that somebody writes down: "@News", a mention, an id, several with commas between.</summary>
    Task<RoleLookup> FindRolesAsync(string written, Destination place, CancellationToken cancellation) =>
        Task.FromResult<RoleLookup>(new RoleLookup.Unknown(written));

    /// <summary>Fetches a file that somebody gave with a command.</summary>
    /// <param name="mostBytes">A larger one is not read.</param>
    Task<FileReading> ReadFileAsync(GivenFile file, int mostBytes, CancellationToken cancellation) =>
        Task.FromResult<FileReading>(new FileReading.Gone());

    /// <param name="person">The platform's id of somebody who gave a command there.</param>
    /// <returns>Where they can be told something in private; null where the platform has no such place.</returns>
    Destination? PrivatePlaceOf(string person) => null;

    /// <summary>Offers the commands to whoever begins to type; the first menu is for languages without one of their own.</summary>
    Task ShowMenusAsync(IReadOnlyList<CommandMenu> shown, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Looks over the platform's settings and the way to it, for <c>check</c>.</summary>
    /// <param name="isRunning">True where the bot runs at the same time.</param>
    Task<IReadOnlyList<PlatformFinding>> CheckAsync(bool isRunning, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PlatformFinding>>([]);

    /// <summary>Where people add the bot to a place of theirs; null where there is no such page.</summary>
    Uri? Invitation => null;
}
