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
            for (var i = passage.First; i < passage.End; )
            {
                var end = runs.EndOfRun(passage, i);
                if (end > i)
                    splitter.Split(p, i, end);
                i = Math.Max(end, i + 1);
            }
        }

        return candidates;
    }
}
