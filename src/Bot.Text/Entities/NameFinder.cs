using Bot.Text.Layout;
using Bot.Text.Names;
using Bot.Text.Sentences;
using Bot.Text.Tagging;

namespace Bot.Text.Entities;

/// <summary>Finds the persons, places and organisations that a text names, and which names are the same one's.</summary>
public static class NameFinder
{
    public static IReadOnlyList<Entity> Find(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<Sentence> sentences
    )
    {
        var read = NameTokenReader.Read(text, blocks, sentences);
        var candidates = CandidateFinder.Find(read);
        CandidateTyper.Type(read, candidates);
        return EntityMerger.Merge(read, candidates);
    }
}
