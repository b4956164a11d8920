using Bot.Text.Entities;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.References;

/// <summary>One place where a person is spoken of, by token.</summary>
/// <param name="IsSubject">Whether a verb follows: "Putin said", "the minister, who …, went".</param>
internal readonly record struct Sighting(EntityDraft Person, int First, int End, bool IsSubject, MentionKind Kind);

/// <summary>Who was spoken of where, as a reader knows it while reading on.</summary>
internal sealed class Scene(NameText text)
{
    /// <summary>Nobody keeps more people in mind; it also keeps a list of a hundred thousand names from taking quadratic time.</summary>
    private const int Farthest = 40;

    private readonly List<Sighting> _seen = [];

    public void Add(Sighting sighting) => _seen.Add(sighting);

    /// <summary>The sightings of the passages from one on, up to now, the latest first.</summary>
    public IEnumerable<Sighting> Since(int passage)
    {
        var first = text.Passages[Math.Max(0, passage)].First;
        var last = Math.Max(0, _seen.Count - Farthest);
        for (var i = _seen.Count - 1; i >= last && _seen[i].First >= first; i--)
            yield return _seen[i];
    }
}
