using Bot.Text.Lexicons;

namespace Bot.Text.Tagging;

/// <summary>The finder's first step, which a learned tagger may take over: where names stand, before what they are.</summary>
internal static class CandidateFinder
{
    public static IReadOnlyList<Candidate> Find(NameText text)
    {
        var candidates = new List<Candidate>();
        var keys = new NameKeys(text);
        var runs = new RunReader(text, keys);
        var splitter = new RunSplitter(text, keys, candidates);
        for (var p = 0; p < text.Passages.Count; p++)
        {
            var passage = text.Passages[p];
            if (IsHeadline(text, passage))
                continue;
            for (var i = passage.First; i < passage.End; )
            {
                var end = runs.EndOfRun(passage, i);
                if (end > i)
                    splitter.Split(p, i, end);
                i = Math.Max(end, i + 1);
            }
        }

        // The body is read first: it tells which of a headline's capitals are names.
        var headlines = new HeadlineReader(text, keys, candidates);
        for (var p = 0; p < text.Passages.Count; p++)
        {
            if (IsHeadline(text, text.Passages[p]))
                headlines.Read(p);
        }

        candidates.Sort((a, b) => a.First.CompareTo(b.First));
        return candidates;
    }

    /// <summary>A stop closes a sentence that is merely full of names, and a line of names alone is a list of them.</summary>
    private static bool IsHeadline(NameText text, Passage passage)
    {
        if (passage.HasPlainCase || text.Tokens[passage.End - 1].Form.Text.EndsWith('.'))
            return false;
        var (words, common) = (0, 0);
        for (var i = passage.First; i < passage.End; i++)
        {
            var form = text.Tokens[i].Form;
            words += text.Tokens[i].IsWord ? 1 : 0;
            common += form.Has(WordTraits.Common | WordTraits.Function) && !form.Has(WordTraits.GivenName) ? 1 : 0;
        }

        return common * 2 >= words;
    }
}
