namespace Bot.Core.Moving;

/// <summary>What of a file cannot be taken; all else can.</summary>
public abstract record ImportProblem
{
    /// <param name="Field">"zone"</param>
    public sealed record Setting(string Field, string Value) : ImportProblem;

    /// <param name="Field">"at"</param>
    public sealed record Digest(string Name, string Field, string Value) : ImportProblem;

    /// <summary>No web address, or one that the desk does not read.</summary>
    /// <param name="Url">Without a user's name and password.</param>
    public sealed record Feed(string Url) : ImportProblem;

    /// <param name="Words">Of what it is made, as far as it can be told.</param>
    public sealed record Filter(string Words) : ImportProblem;

    /// <summary>A name that is none, or a rule that cannot be read.</summary>
    public sealed record Topic(string Name) : ImportProblem;

    public sealed record Roles(int Count, RoleFault Fault) : ImportProblem;

    /// <summary>Settings of channels of another chat, of which none is meant here.</summary>
    public sealed record Channels(int Count) : ImportProblem;

    /// <summary>Channels that are none of this chat's, or that cannot be seen, and what is of them.</summary>
    public sealed record Strange(int Count) : ImportProblem;

    /// <summary>More channels than are asked about, and what is of them.</summary>
    public sealed record TooManyChannels(int Count) : ImportProblem;

    /// <summary>More than the place may have.</summary>
    public sealed record TooManyFeeds(int Count) : ImportProblem;

    /// <inheritdoc cref="TooManyFeeds"/>
    public sealed record TooManyFilters(int Count) : ImportProblem;

    /// <summary>More than the person who takes the file may add, over all chats.</summary>
    public sealed record TooManyOfOwner(int Count) : ImportProblem;

    /// <summary>Another has the digest's name, or the one that it was to replace is gone.</summary>
    public sealed record DigestTaken(string Name) : ImportProblem;

    /// <summary>More topics than the chat may have, or more alternatives than one of them.</summary>
    public sealed record TooManyTopics(int Count) : ImportProblem;

    /// <inheritdoc cref="TooManyFeeds"/>
    public sealed record TooManyDigests(int Count) : ImportProblem;
}

/// <summary>Why roles are not given the right to administer.</summary>
public enum RoleFault
{
    /// <summary>They are another server's.</summary>
    Elsewhere,

    /// <summary>Whoever takes the file may not hand on the right.</summary>
    NotTheirs,

    /// <summary>The server has none of that number any more.</summary>
    Gone,

    /// <summary>More than <see cref="Bot.Core.Places.PlaceBook.MostRoles"/>.</summary>
    TooMany,

    /// <summary>The platform does not say now which there are.</summary>
    Unreachable,
}
