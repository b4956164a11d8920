using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Digests.Writing;

/// <summary>A story with sentences of its own.</summary>
internal sealed record ToldStory(OwedStory Owed, IReadOnlyList<ReplyBlock> Blocks);

/// <summary>A story of which a digest has the headline.</summary>
internal sealed record BriefStory(OwedStory Owed, Article Lead);

/// <summary>What goes into one digest.</summary>
internal sealed class DigestChoice
{
    public List<ToldStory> Stories { get; } = [];

    public List<BriefStory> InBrief { get; } = [];

    /// <summary>Events of which the destination has had all that there is.</summary>
    public List<OwedStory> Repeats { get; } = [];

    /// <summary>How many stories stay owed.</summary>
    public int Left { get; set; }

    public IEnumerable<OwedStory> All => [.. Stories.Select(s => s.Owed), .. InBrief.Select(b => b.Owed)];
}
