using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>
/// Finds more names where every word has a capital, so that capitals are no evidence: "Poll Numbers Jump After Clinton's
/// Convention". Only names that the rest of the text or the lists know are taken.
/// </summary>
internal sealed class HeadlineReader
{
    private const int LongestName = 5;

    private readonly NameText _text;
    private readonly NameKeys _keys;
    private readonly List<Candidate> _candidates;
    private readonly Dictionary<string, EntityType> _known = new(StringComparer.Ordinal);
    private readonly bool[] _taken;

    public HeadlineReader(NameText text, NameKeys keys, List<Candidate> candidates)
    {
        _text = text;
        _keys = keys;
        _candidates = candidates;
        _taken = new bool[text.Tokens.Count];
        foreach (var name in candidates)
        {
            _taken.AsSpan(name.TitleFirst, name.End - name.TitleFirst).Fill(value: true);
            if (text.Passages[name.Passage].HasPlainCase)
                Know(name);
        }
    }

    public void Read(int passageIndex)
    {
        var passage = _text.Passages[passageIndex];
        for (var i = passage.First; i < passage.End; )
        {
            var end = EndOfName(passage, i, out var type);
            if (end > i)
                Add(passageIndex, i, end, type);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The names of the body, and the surnames of its longer ones.</summary>
    private void Know(Candidate name)
    {
        _known.TryAdd(name.Key, name.Type);
        var last = _text.Tokens[name.End - 1].Form;
        if (name.Length > 1 && name.Type == EntityType.Person && !last.Has(WordTraits.Suffix))
            _known.TryAdd(last.Key, EntityType.Person);
    }

    private int EndOfName(Passage passage, int first, out EntityType type)
    {
        type = EntityType.Person;
        if (!IsFree(first))
            return first;
        var limit = Math.Min(passage.End, first + LongestName);
        for (var i = first + 1; i < limit; i++)
        {
            if (_taken[i])
                limit = i;
        }

        for (var end = limit; end > first; end--)
        {
            if (_known.TryGetValue(_keys.KeyOf(first, end), out type))
                return end;
        }

        if (_keys.FindLongest(first, limit, out var knownEnd) is { } known && IsSure(first, knownEnd, known))
        {
            type = known.Type;
            return knownEnd;
        }

        type = EntityType.Person;
        return first + 1 < limit && IsFullName(first) ? first + 2 : first;
    }

    /// <summary>"Nice", "Reading" and "Post" are places or bodies only where capitals tell so.</summary>
    private bool IsSure(int first, int end, KnownName known)
    {
        var form = _text.Tokens[first].Form;
        return end - first > 1 || form.IsAcronym || !form.Has(WordTraits.Common) && known.Power >= 6;
    }

    private bool IsFree(int i) => _text.Tokens[i].IsWord && _text.Tokens[i].Form.IsCapital && !_taken[i];

    /// <summary>A given name that is no other word, and a word behind it that is none either: "Ann Lund".</summary>
    private bool IsFullName(int first)
    {
        if (!_text.Tokens[first + 1].IsWord)
            return false;
        var (given, family) = (_text.Tokens[first].Form, _text.Tokens[first + 1].Form);
        return given.Has(WordTraits.GivenName)
            && !given.Has(WordTraits.Common)
            && family.IsCapital
            && !family.Has(WordTraits.Common | WordTraits.Function | WordTraits.Weekday | WordTraits.Month);
    }

    private void Add(int passageIndex, int first, int end, EntityType type)
    {
        var known = _keys.Find(first, end);
        _candidates.Add(
            new Candidate(
                passageIndex,
                first,
                end,
                first,
                _keys.KeyOf(first, end),
                type,
                known?.Type == type ? known : null
            )
        );
    }
}
