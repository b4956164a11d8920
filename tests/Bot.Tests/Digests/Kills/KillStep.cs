namespace Bot.Tests.Digests.Kills;

/// <summary>How far a digest was found to have come when the bot's process was killed.</summary>
internal enum KillStep
{
    /// <summary>The bot was still starting; nothing had changed since its last end.</summary>
    Waking,

    /// <summary>Some of the places' digests were found due, not yet all.</summary>
    Due,

    /// <summary>All were found due, nothing was written.</summary>
    Composing,

    /// <summary>The store had begun to grow, and no digest is in it.</summary>
    Writing,

    /// <summary>The digest is owed to every place, and no post was begun.</summary>
    Written,

    /// <summary>Posts were in flight.</summary>
    Sending,

    /// <summary>Nothing was in flight, some posts are settled and others wait.</summary>
    Recorded,

    /// <summary>Every post was settled.</summary>
    Over,
}
