using Bot.Core.Chat;

namespace Bot.Tests.Delivery;

/// <summary>A platform that keeps what it is given and answers as it is told.</summary>
internal sealed class RecordingPlatform(string name) : IChatPlatform
{
    private readonly Lock _gate = new();
    private readonly List<Post> _shown = [];
    private readonly Queue<Func<Post, CancellationToken, Task<PostOutcome>>> _answers = new();

    public string Name => name;

    public TimeSpan? KnowsAgain { get; init; }

    public Pace? PaceOf(Destination destination) => Pace;

    public TimeSpan? KnowsAgainFor(Destination destination, string? answers) => KnowsAgain;

    /// <summary>What stands in the way of posting; null where nothing does.</summary>
    public string? Obstacle { get; set; }

    /// <summary>Called when it is asked whether a place is open.</summary>
    public Action<Destination> WhenAsked { get; set; } = _ => { };

    /// <summary>What people have seen, in order.</summary>
    public IReadOnlyList<Post> Shown
    {
        get
        {
            lock (_gate)
                return [.. _shown];
        }
    }

    /// <summary>Who may manage what, when the platform is asked.</summary>
    public Func<Asker, Destination, bool> Administers { get; set; } =
        (asker, _) => asker.Standing == Standing.Administrator;

    /// <summary>What it answers to a place that someone names.</summary>
    public Func<string, PlaceLookup> Finds { get; set; } = _ => new PlaceLookup.Unknown();

    /// <summary>Whether a place lies in the chat that its address names.</summary>
    public Func<Destination, bool> LiesInItsChat { get; set; } = _ => true;

    /// <summary>The file that is given with a command; null for one that is gone.</summary>
    public byte[]? File { get; set; }

    /// <summary>The roles that there are; null where the platform has none.</summary>
    public IReadOnlyList<PlaceRole>? Roles { get; init; }

    /// <summary>Null where it takes messages as fast as they come.</summary>
    public Pace? Pace { get; init; }

    public int Tries { get; private set; }

    /// <summary>Told of each post that people see.</summary>
    public Action<Post> WhenShown { get; set; } = _ => { };

    public Task<FileReading> ReadFileAsync(GivenFile file, int mostBytes, CancellationToken cancellation) =>
        Task.FromResult<FileReading>(
            File is null ? new FileReading.Gone()
            : File.Length > mostBytes ? new FileReading.TooLarge()
            : new FileReading.Read(File)
        );

    public bool HasRoles(Destination place) => Roles is not null;

    public Task<RoleLookup> FindRolesAsync(string written, Destination place, CancellationToken cancellation) =>
        Task.FromResult<RoleLookup>(
            Roles?.Where(r => $"@{r.Name}" == written).ToList() is { Count: > 0 } found
                ? new RoleLookup.Found(found)
                : new RoleLookup.Unknown(written)
        );

    public void AnswerNext(PostOutcome outcome) => AnswerNext((_, _) => Task.FromResult(outcome));

    public void AnswerNext(Func<Post, CancellationToken, Task<PostOutcome>> answer)
    {
        lock (_gate)
            _answers.Enqueue(answer);
    }

    public async Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation)
    {
        Func<Post, CancellationToken, Task<PostOutcome>>? answer;
        lock (_gate)
        {
            Tries++;
            _answers.TryDequeue(out answer);
        }

        return answer is null ? Show(post) : await answer(post, cancellation);
    }

    public PostOutcome Show(Post post)
    {
        PostOutcome.Sent sent;
        lock (_gate)
        {
            _shown.Add(post);
            sent = new PostOutcome.Sent([$"m{_shown.Count}"]);
        }

        WhenShown(post);
        return sent;
    }

    public Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation)
    {
        WhenAsked(destination);
        return Task.FromResult(Obstacle);
    }

    public Task<bool> MayAdministerAsync(Asker asker, Destination place, CancellationToken cancellation) =>
        Task.FromResult(Administers(asker, place));

    public Task<PlaceLookup> FindPlaceAsync(string written, Asker asker, CancellationToken cancellation) =>
        Task.FromResult(Finds(written));

    public Task<bool> LiesInItsChatAsync(Destination place, CancellationToken cancellation) =>
        Task.FromResult(LiesInItsChat(place));

    public IAsyncEnumerable<InboundEvent> ReadEventsAsync(CancellationToken cancellation) =>
        AsyncEnumerable.Empty<InboundEvent>();
}
