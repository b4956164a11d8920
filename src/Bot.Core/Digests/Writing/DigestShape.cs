using Bot.Core.Digests.Schedules;

namespace Bot.Core.Digests.Writing;

/// <summary>How much a digest of a size tells.</summary>
/// <param name="Stories">Told with sentences of their own.</param>
/// <param name="Sentences">Of each story.</param>
/// <param name="InBrief">Further headlines.</param>
internal sealed record DigestShape(int Stories, int Sentences, bool HasQuotes, int InBrief)
{
    public static DigestShape Of(DigestSize size) =>
        size switch
        {
            DigestSize.Brief => new(5, 1, HasQuotes: false, 10),
            DigestSize.Normal => new(7, 2, HasQuotes: true, 15),
            DigestSize.Full => new(12, 3, HasQuotes: true, 25),
            _ => throw new ArgumentOutOfRangeException(nameof(size), size, null),
        };
}
