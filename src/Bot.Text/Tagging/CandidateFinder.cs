using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Finds the names of a text: what the tagger finds, with titles told apart, and what the rest of the text makes a name too.</summary>
internal sealed class CandidateFinder
{
    private readonly NameText _text;
    private readonly NameKeys _keys;
    private readonly TitleReader _titles;
    private readonly NameEdges _edges;
    private readonly List<Candidate> _candidates = [];

    private CandidateFinder(NameText text)
    {
        _text = text;
        _keys = new NameKeys(text);
        _titles = new TitleReader(text);
        _edges = new NameEdges(text, _keys);
    }

    public static IReadOnlyList<Candidate> Find(NameText text)
    {
        var finder = new CandidateFinder(text);
        var sheet = new NameSheet(text);
        var tagged = NameEdges.SplitPlaces(text, ListedSpans.Complete(sheet, NameTagger.Instance.Tag(sheet)));
        var whole = BodyNames.Complete(text, finder._keys, NameJoints.Set(text, finder._keys, tagged));
        finder.TakeAll(Namesakes.TellApart(text, whole));
        BareNames.Complete(text, finder._keys, finder._candidates);
        BareBodies.Complete(text, finder._keys, finder._candidates);
        SpeakingNames.Complete(text, finder._keys, finder._candidates);
        // The body is read first: it tells which of a headline's capitals are names.
        var headlines = new HeadlineReader(text, finder._keys, finder._candidates);
        for (var p = 0; p < text.Passages.Count; p++)
        {
            if (IsHeadline(text, text.Passages[p]))
                headlines.Read(p);
        }

        finder._candidates.Sort((a, b) => a.First.CompareTo(b.First));
        return finder._candidates;
    }

    private void TakeAll(IReadOnlyList<TaggedName> names)
    {
        var behind = 0;
        for (var n = 0; n < names.Count; n++)
        {
            var name = _edges.Set(names[n], behind);
            if (n + 1 < names.Count && _edges.IsOneAroundNickname(name, names[n + 1]))
                name = _edges.Set(names[++n] with { First = name.First, Type = EntityType.Person }, behind);
            if (IsBodyOfCountry(name, names, n))
                name = _edges.Set(names[++n] with { First = name.First }, behind);
            if (name.First < name.End)
                Take(name, behind);
            behind = Math.Max(behind, name.End);
        }
    }

    /// <summary>"U.S. | Securities and Exchange Commission" is one body.</summary>
    private bool IsBodyOfCountry(TaggedName country, IReadOnlyList<TaggedName> names, int n) =>
        country.Type == EntityType.Place
        && country.End - country.First == 1
        && n + 1 < names.Count
        && names[n + 1] is { Type: EntityType.Organisation } body
        && body.First == country.End
        && _text.Tokens[country.First].Form.Text is "U.S." or "US" or "U.K." or "UK" or "U.N." or "UN"
        && _keys.Find(body.First, body.End) is not null;

    /// <param name="lowest">Where the name before it ends.</param>
    private void Take(TaggedName name, int lowest)
    {
        var (first, end) = (name.First, name.End);
        var titleFirst = first;
        if (name.Type == EntityType.Person)
        {
            var behindTitle = _titles.EndOfTitle(first, end);
            if (behindTitle < end && !(end - first == 2 && _text.Tokens[first].Form.Has(WordTraits.GivenName)))
                first = behindTitle;
            lowest = Math.Max(lowest, _text.Passages[name.Passage].First);
            titleFirst = Math.Min(titleFirst, _titles.StartOfTitle(first, lowest));
        }

        var known = _keys.Find(first, end);
        _candidates.Add(
            new Candidate(
                name.Passage,
                first,
                end,
                titleFirst,
                _keys.KeyOf(first, end),
                name.Type,
                known?.Type == name.Type ? known : null
            )
        );
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
