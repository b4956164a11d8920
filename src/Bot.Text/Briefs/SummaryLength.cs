using Bot.Text.Spans;

namespace Bot.Text.Briefs;

/// <summary>How long a summary may be.</summary>
public abstract record SummaryLength
{
    private SummaryLength() { }

    /// <returns>Whether a summary that has so much already may take the sentence too.</returns>
    internal abstract bool HasRoom(int sentences, int characters, TextSpan next);

    public sealed record Sentences(int Most) : SummaryLength
    {
        internal override bool HasRoom(int sentences, int characters, TextSpan next) => sentences < Most;
    }

    /// <summary>In UTF-16 code units of the article, with one between two sentences.</summary>
    public sealed record Characters(int Most) : SummaryLength
    {
        internal override bool HasRoom(int sentences, int characters, TextSpan next) =>
            characters + (sentences > 0 ? 1 : 0) + next.Length <= Most;
    }
}
