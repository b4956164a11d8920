using Bot.Text.Layout;
using Bot.Text.Names;
using Bot.Text.Sentences;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Finds the persons, places and organisations that a text names, and which names are the same one's.</summary>
internal static class NameFinder
{
    public static NamedText Find(string text, IReadOnlyList<Block> blocks, IReadOnlyList<Sentence> sentences)
    {
        var read = NameTokenReader.Read(text, blocks, sentences);
        var candidates = CandidateFinder.Find(read);
        var clues = new GenderClues(read, candidates.Where(c => c.Type == EntityType.Person));
        var people = new PeopleMerger(read, clues).Merge(candidates);
        var roles = new RoleReader(read);
        foreach (var person in people)
        {
            person.Gender = GenderReader.Read(read, person.Names);
            roles.Read(person);
            if (person.Gender == Gender.Untold)
                person.Gender = clues.Behind(person.Names);
        }

        return new NamedText(read, [.. people, .. EntityMerger.Merge(read, candidates)]);
    }
}
