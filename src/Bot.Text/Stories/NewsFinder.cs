using Bot.Text.Spans;

namespace Bot.Text.Stories;

/// <summary>Finds the sentences that say what a story's earlier articles do not.</summary>
/// <param name="said">Every term of the story so far.</param>
/// <param name="before">Its sentences, as many as are remembered.</param>
internal sealed class NewsFinder(IReadOnlySet<uint> said, IReadOnlyList<SaidSentence> before)
{
    /// <summary>A sentence of fewer terms says nothing alone: "He did not agree."</summary>
    private const int FewestTerms = 3;

    /// <summary>A sentence that shares more of its terms with one earlier sentence repeats it, whatever is left.</summary>
    private const double Repeats = 0.75;

    /// <summary>Of a sentence's terms, the least share that nobody used where no name and no number is new.</summary>
    private const double UnsaidShare = 0.3;

    public IReadOnlyList<TextSpan> Find(IReadOnlyList<ArrivingSentence> sentences)
    {
        var found = new List<TextSpan>();
        var prints = before.Select(b => b.Print).ToHashSet();
        foreach (var sentence in sentences)
        {
            if (prints.Add(sentence.Said.Print) && IsNews(sentence))
                found.Add(sentence.Span);
        }

        return found;
    }

    private bool IsNews(ArrivingSentence sentence)
    {
        // A new number or name is news though all else is the same: "the toll rose to 31".
        if (sentence.Facts.Any(f => !said.Contains(f)))
            return true;
        var terms = sentence.Said.Terms;
        if (terms.Length < FewestTerms)
            return false;
        var most = before.Count == 0 ? 0 : before.Max(b => Likeness.Shared(terms, b.Terms));
        return most < Repeats * terms.Length && terms.Count(t => !said.Contains(t)) >= UnsaidShare * terms.Length;
    }
}
