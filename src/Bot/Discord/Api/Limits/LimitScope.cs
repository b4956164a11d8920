namespace Bot.Discord.Api.Limits;

/// <summary>Whose limit it is. https://docs.discord.com/developers/topics/rate-limits#header-format</summary>
internal enum LimitScope
{
    /// <summary>This bot's, on one route.</summary>
    User,

    /// <summary>This bot's, on all routes.</summary>
    Global,

    /// <summary>Of the channel or server itself, whoever asks.</summary>
    Shared,

    /// <summary>Our own, since Discord shuts out who asks for too much that it must refuse.</summary>
    OurOwn,
}
