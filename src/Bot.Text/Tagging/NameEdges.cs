using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Sets a tagged name's edges as English has them: no small word at the end, particles with their surname, "Jr." inside.</summary>
internal sealed class NameEdges(NameText text, NameKeys keys)
{
    private const int LongestNickname = 4;

    private static readonly FrozenSet<string> RegionalDemonyms = Language.House.Set("regional demonyms");

    private readonly TokenRow _tokens = text.Tokens;

    /// <param name="lowest">Where the name before it ends.</param>
    /// <returns>The name with its edges set; nothing is left of one that has no capital.</returns>
    public TaggedName Set(TaggedName name, int lowest)
    {
        var passage = text.Passages[name.Passage];
        lowest = Math.Max(lowest, passage.First);
        // A "Jr." that the tagger made a name of its own may be the last one's already.
        var (first, end) = (Math.Max(name.First, lowest), Math.Max(name.End, lowest));
        while (end > first && !IsNameEnd(end - 1))
            end--;
        while (first < end && !IsNameStart(first))
            first++;
        // "a Kurdish-run region": where nothing before the hyphen was cut off, it is an adjective and no name.
        if (end > first && Compounds.AreIn(_tokens[end - 1].Form.Text))
            end--;
        if (end - first > 1 && _tokens[first].Form.Text is "The" or "the" && keys.Find(first, end) is null)
            first++;
        if (name.Type == EntityType.Organisation && IsWaterOrMountain(first, end))
            name = name with { Type = EntityType.Place };
        if (name.Type != EntityType.Person || first == end)
            return name with { First = first, End = end };
        while (end - first > 1 && Honours.AreIn(_tokens[end - 1].Form.Text))
            end--;
        if (end < passage.End && IsSuffix(end))
            end++;
        return name with { First = WithParticles(first, lowest), End = end };
    }

    /// <summary>"River Tarn", "Lake Chad"; but "Mount Sinai Hospital" is a body.</summary>
    private bool IsWaterOrMountain(int first, int end) =>
        end - first is 2 or 3
        && _tokens[first].Form.Folded is "river" or "lake" or "mount" or "cape" or "gulf" or "strait" or "loch"
        && _tokens[first + 1].Form.IsCapital
        && !_tokens[end - 1].Form.Has(WordTraits.OrganisationEnding);

    /// <summary>"Mumbai, India" is two places, whatever the corpora say, and the Cornish coast is at none called Cornish.</summary>
    public static IReadOnlyList<TaggedName> SplitPlaces(NameText text, IReadOnlyList<TaggedName> names)
    {
        var split = new List<TaggedName>(names.Count);
        foreach (var name in names)
        {
            if (name.Type == EntityType.Place && IsDemonym(text, name))
                continue;
            var first = name.First;
            for (var i = first; name.Type == EntityType.Place && i < name.End; i++)
            {
                if (!text.Tokens[i].Is(',') && !text.Tokens[i].Is('/'))
                    continue;
                if (i > first)
                    split.Add(name with { First = first, End = i });
                first = i + 1;
            }

            if (first < name.End)
                split.Add(name with { First = first });
        }

        return split;
    }

    /// <summary>"the Cornish | coast": what tells of a place, before a word that is no name.</summary>
    private static bool IsDemonym(NameText text, TaggedName name)
    {
        if (name.End - name.First != 1 || name.End >= text.Passages[name.Passage].End)
            return false;
        var (word, next) = (text.Tokens[name.First].Form, text.Tokens[name.End].Form);
        return !next.IsCapital
            && next.Has(WordTraits.Noun | WordTraits.Adjective)
            && !next.Has(WordTraits.Function | WordTraits.Speech)
            && (word.Has(WordTraits.Demonym) || RegionalDemonyms.Contains(word.Folded))
            && NameLexicon.Instance.Known.KindOf(word.Key) is null;
    }

    /// <summary>Dwayne “The Rock” Johnson: a nickname in marks stands inside the name.</summary>
    public bool IsOneAroundNickname(TaggedName before, TaggedName behind) =>
        before.Passage == behind.Passage
        && before.Type == EntityType.Person
        && before.End - before.First == 1
        && behind.First - before.End is > 2 and <= LongestNickname + 2
        && _tokens[before.First].Form.Has(WordTraits.GivenName)
        && _tokens[before.End].Form.Text is "“" or "\"" or "‘" or "'"
        && _tokens[behind.First - 1].Form.Text is "”" or "\"" or "’" or "'"
        && _tokens[before.End + 1].Form.IsCapital;

    /// <summary>"Ministry of Trade | in", but "Tsai Ing - wen".</summary>
    private bool IsNameEnd(int i) =>
        _tokens[i].Kind == TokenKind.Number
        // An accent without its letter folds to nothing.
        || _tokens[i].IsWord
            && _tokens[i].Form.Folded.Length > 0
            && (
                _tokens[i].Form.IsCapital
                || !_tokens[i].Form.Has(WordTraits.Common | WordTraits.Function | WordTraits.Particle)
                || i > 0 && _tokens[i - 1].Is('-')
            );

    private bool IsNameStart(int i) => IsNameEnd(i) || _tokens[i].IsWord && _tokens[i].Form.Has(WordTraits.Particle);

    private int WithParticles(int first, int lowest)
    {
        var start = first;
        while (start > lowest && IsParticle(start - 1))
            start--;
        // "la", "las" and "los" are particles only behind another.
        while (start < first && _tokens[start].Form.Text is "la" or "las" or "los" or "der" or "den")
            start++;
        return start;
    }

    private bool IsParticle(int i) => Particles.StandBefore(_tokens[i].Form.Text);

    private bool IsSuffix(int i) =>
        _tokens[i].IsWord && _tokens[i].Form.IsCapital && _tokens[i].Form.Has(WordTraits.Suffix);
}
