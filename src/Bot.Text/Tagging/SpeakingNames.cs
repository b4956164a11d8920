using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>
/// What speaks bears a name: capitals that the tagger left out count where a verb of speech stands beside them ("columnist Ai Jun
/// wrote", "the ACU said"), and so do the labels of a transcript ("WALLACE:").
/// </summary>
internal sealed class SpeakingNames
{
    /// <summary>What stands beside a verb of speech with a capital and is no name: "Republican", "Monday", "Others".</summary>
    private const WordTraits NoName =
        WordTraits.Function
        | WordTraits.Demonym
        | WordTraits.Weekday
        | WordTraits.Month
        | WordTraits.PersonNoun
        | WordTraits.GroupNoun
        | WordTraits.Title
        | WordTraits.Relation
        | WordTraits.Nobody
        | WordTraits.Speech;

    private const int LongestName = 5;
    private const int LongestLabel = 3;

    private readonly NameText _text;
    private readonly NameKeys _keys;
    private readonly List<Candidate> _candidates;
    private readonly bool[] _taken;

    private SpeakingNames(NameText text, NameKeys keys, List<Candidate> candidates)
    {
        (_text, _keys, _candidates) = (text, keys, candidates);
        _taken = new bool[text.Tokens.Count];
        foreach (var name in candidates)
            _taken.AsSpan(name.TitleFirst, name.End - name.TitleFirst).Fill(value: true);
    }

    public static void Complete(NameText text, NameKeys keys, List<Candidate> candidates)
    {
        var names = new SpeakingNames(text, keys, candidates);
        for (var p = 0; p < text.Passages.Count; p++)
        {
            if (text.Passages[p].HasPlainCase)
                names.ReadVerbs(p);
        }

        names.ReadLabels();
    }

    private void ReadVerbs(int index)
    {
        var passage = _text.Passages[index];
        for (var i = passage.First; i < passage.End; i++)
        {
            var form = _text.Tokens[i].Form;
            if (!form.Has(WordTraits.Speech) || form.IsCapital)
                continue;
            TakeBefore(index, passage, i);
            TakeBehind(index, passage, i);
        }
    }

    /// <summary>"Flea said".</summary>
    private void TakeBefore(int index, in Passage passage, int verb)
    {
        var first = verb;
        while (first > passage.First && IsPart(first - 1))
            first--;
        Take(index, passage, first, verb);
    }

    /// <summary>"…," said Flea.</summary>
    private void TakeBehind(int index, in Passage passage, int verb)
    {
        if (verb == passage.First || _text.Tokens[verb - 1].Kind != TokenKind.Mark)
            return;
        var end = verb + 1;
        while (end < passage.End && IsPart(end))
            end++;
        if (end == passage.End || _text.Tokens[end].Kind == TokenKind.Mark)
            Take(index, passage, verb + 1, end);
    }

    private bool IsPart(int i) => !_taken[i] && _text.Tokens[i].IsWord && _text.Tokens[i].Form.IsCapital;

    private void Take(int index, in Passage passage, int first, int end)
    {
        while (first < end && _text.Tokens[first].Form.Has(WordTraits.Title))
            first++;
        if (first == end || end - first > LongestName || !IsName(passage, first, end))
            return;
        var before = first > passage.First ? _text.Tokens[first - 1].Form : null;
        if (before is not null && (_taken[first - 1] && before.IsCapital || IsPartOfOther(before.Folded)))
            return;
        Add(index, first, end, IsBody(before, first, end) ? EntityType.Organisation : EntityType.Person);
    }

    private void Add(int index, int first, int end, EntityType type)
    {
        _taken.AsSpan(first, end - first).Fill(value: true);
        _candidates.Add(new Candidate(index, first, end, first, _keys.KeyOf(first, end), type, Known: null));
    }

    private bool IsName(in Passage passage, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var form = _text.Tokens[i].Form;
            // "Jun" and "May" are names where another word stands with them.
            var barred = end - first > 1 ? NoName & ~WordTraits.Month : NoName;
            if (form.Has(barred) || form.Text.Length < 2 || IsContraction(form.Text))
                return false;
            // At the head of a sentence, or where the text has it small, a word of the language is no name by its capital.
            if (form.Has(WordTraits.Common) && (i == passage.First || form.Cases.LowerCase > 0))
                return false;
        }

        return true;
    }

    /// <summary>"I'd say": words run together, and nobody's name.</summary>
    private static bool IsContraction(string word) =>
        word.AsSpan().IndexOfAny('\'', '’') is > 0 and var at
        && word[(at + 1)..] is "d" or "ll" or "ve" or "re" or "m" or "t";

    /// <summary>"One New Hampshire Democrat" is somebody of a kind, and "the Minister of Health" no Health.</summary>
    private static bool IsPartOfOther(string word) =>
        word
            is "a"
                or "an"
                or "one"
                or "another"
                or "some"
                or "no"
                or "every"
                or "each"
                or "many"
                or "most"
                or "few"
                or "of"
                or "for"
                or "at"
                or "in"
                or "on"
                or "from"
                or "with"
                or "and";

    private bool IsBody(WordForm? before, int first, int end)
    {
        var last = _text.Tokens[end - 1].Form;
        return before?.Folded is "the"
            || end - first == 1 && (last.IsAcronym || IsBrand(last))
            || last.Has(WordTraits.OrganisationEnding | WordTraits.OrganisationHead);
    }

    /// <summary>"Wikinews", "BuzzFeed"; but "McGrath" is somebody.</summary>
    private static bool IsBrand(WordForm word) =>
        word.Folded.EndsWith("news", StringComparison.Ordinal)
        || word.Text.AsSpan(Math.Min(word.Text.Length, 3)).ContainsAnyInRange('A', 'Z')
            && word.Text.AsSpan(1).ContainsAnyInRange('a', 'z')
            && !word.Text.Contains('-', StringComparison.Ordinal)
            && !word.Text.StartsWith("Mac", StringComparison.Ordinal);

    /// <summary>Labels in capitals that come again and again at the head of a line.</summary>
    private void ReadLabels()
    {
        var labels = new List<(int Passage, int First, int End, string Key)>();
        for (var p = 0; p < _text.Passages.Count; p++)
        {
            if (LabelOf(_text.Passages[p]) is var (first, end))
                labels.Add((p, first, end, _keys.KeyOf(first, end)));
        }

        foreach (var label in labels.GroupBy(l => l.Key, StringComparer.Ordinal).Where(l => l.Count() > 1))
        foreach (var (passage, first, end, _) in label)
            Add(passage, first, end, EntityType.Person);
    }

    private (int First, int End)? LabelOf(in Passage passage)
    {
        var first = passage.First;
        if (first < passage.End && _text.Tokens[first].Kind == TokenKind.Mark)
            first++;
        var end = first;
        while (end < passage.End && end - first < LongestLabel && IsLoud(end))
            end++;
        return end > first && end < passage.End && _text.Tokens[end].Is(':') ? (first, end) : null;
    }

    private bool IsLoud(int i)
    {
        var token = _text.Tokens[i];
        return IsPart(i)
            && token.Form.Text is { Length: > 2 } word
            && !word.AsSpan().ContainsAnyInRange('a', 'z')
            && !token.Form.Has(WordTraits.Common | WordTraits.Function | WordTraits.Title);
    }
}
