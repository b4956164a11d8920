using Bot.Core.Places;

namespace Bot.Core.Digests.Writing;

/// <summary>How much a digest of a size tells.</summary>
/// <param name="Stories">Told with sentences of their own.</param>
/// <param name="Sentences">Of each story.</param>
/// <param name="InBrief">Further headlines.</param>
internal sealed record DigestShape(int Stories, int Sentences, bool HasQuotes, int InBrief)
{
    public static DigestShape Of(ReadingSize size) =>
        size switch
        {
            ReadingSize.Brief => new(5, 1, HasQuotes: false, 10),
            ReadingSize.Normal => new(7, 2, HasQuotes: true, 15),
            ReadingSize.Full => new(12, 3, HasQuotes: true, 25),
            _ => throw new ArgumentOutOfRangeException(nameof(size), size, null),
        };
}
