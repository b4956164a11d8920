using Bot.Text.Lexicons;

namespace Bot.Text.Tagging;

/// <summary>Finds the runs of capitalised words that names are cut from: "Russian President Vladimir Putin", "Bank of England".</summary>
internal sealed class RunReader(NameText text, NameKeys keys)
{
    private const int LongestRun = 24;
    private const int LoudReach = 6;

    private readonly IReadOnlyList<NameToken> _tokens = text.Tokens;

    /// <summary>The end of the run that begins at a token of a passage; the token itself where none does.</summary>
    public int EndOfRun(Passage passage, int first)
    {
        if (!IsNameWord(passage, first))
            return first;
        var last = LastOfKnown(passage, first);
        var hasHead = IsHead(first);
        while (last - first < LongestRun)
        {
            var next = NextNameWord(passage, first, last, hasHead);
            if (next < 0)
                break;
            for (var i = last + 1; i <= next; i++)
                hasHead |= IsHead(i);
            last = LastOfKnown(passage, next);
        }

        return last + 1;
    }

    /// <summary>The tables know names that no rule would hold together: "Food and Drug Administration".</summary>
    private int LastOfKnown(Passage passage, int first)
    {
        if (!_tokens[first].Form.Has(WordTraits.StartsKnownName))
            return first;
        return keys.FindLongest(first, passage.End, out var end) is not null && _tokens[end - 1].Form.IsCapital
            ? end - 1
            : first;
    }

    /// <summary>Whether a token may be a name's word by its looks, its list and how the text writes it elsewhere.</summary>
    public bool IsNameWord(Passage passage, int i)
    {
        var token = _tokens[i];
        if (!token.IsWord || !token.Form.IsCapital)
            return false;
        var form = token.Form;
        if (form.Has(WordTraits.Weekday) || EndsSmall(form) || passage.IsSentence && IsShouted(passage, i))
            return false;
        if (form.Has(WordTraits.Month))
            return form.Folded is "jan" or "april" or "june" or "august" && i + 1 < passage.End && IsSurnameLike(i + 1)
                || i > passage.First
                    && _tokens[i - 1].Form.Has(WordTraits.GivenName)
                    && form.Folded is "may" or "march" or "august" or "april" or "june";
        if (form.Has(WordTraits.Function))
            return form.IsAcronym && passage.HasPlainCase && form.Has(WordTraits.StartsKnownName);
        return true;
    }

    /// <summary>"We will MAKE AMERICA GREAT AGAIN": three words in capitals, two of them common, are loud and no name.</summary>
    private bool IsShouted(Passage passage, int i)
    {
        if (!_tokens[i].Form.IsAcronym)
            return false;
        var (first, end) = (i, i + 1);
        while (first > passage.First && i - first < LoudReach && IsLoud(first - 1))
            first--;
        while (end < passage.End && end - i < LoudReach && IsLoud(end))
            end++;
        var common = 0;
        for (var n = first; n < end; n++)
            common += _tokens[n].Form.Has(WordTraits.Common | WordTraits.Function) ? 1 : 0;
        return end - first >= 3 && common >= 2;
    }

    private bool IsLoud(int i) =>
        _tokens[i].IsWord
        && char.IsUpper(_tokens[i].Form.Text[0])
        && !_tokens[i].Form.Text.AsSpan().ContainsAnyInRange('a', 'z');

    private bool IsSurnameLike(int i) =>
        _tokens[i].IsWord
        && _tokens[i].Form.IsCapital
        && !_tokens[i]
            .Form.Has(
                WordTraits.Common | WordTraits.Function | WordTraits.Weekday | WordTraits.Month | WordTraits.Demonym
            );

    /// <summary>"Texas-based", "Clinton-backed": a compound that ends small is no name.</summary>
    private static bool EndsSmall(WordForm form)
    {
        var hyphen = form.Text.LastIndexOf('-');
        return hyphen > 0
            && hyphen + 3 < form.Text.Length
            && char.IsLower(form.Text[hyphen + 1])
            && (
                form.Text.EndsWith("ed", StringComparison.Ordinal)
                || NameLexicon
                    .Instance.TraitsOf(form.Text[(hyphen + 1)..], form.Folded[(hyphen + 1)..])
                    .HasFlag(WordTraits.Common)
            );
    }

    private int NextNameWord(Passage passage, int first, int last, bool hasHead)
    {
        var i = last + 1;
        if (i >= passage.End)
            return -1;
        var token = _tokens[i];
        if (token.IsWord)
        {
            if (IsNameWord(passage, i))
                return i;
            if (!token.Form.IsCapital && token.Form.Has(WordTraits.Particle) && !IsOpeningCommon(passage, last))
                return AfterParticles(passage, i);
            return AfterConnector(passage, first, last, hasHead);
        }

        if (token.Is('&') && i + 1 < passage.End && IsNameWord(passage, i + 1))
            return i + 1;
        if (token.Kind == TokenKind.Possessive)
            return IsGroupGenitive(passage, first, last) ? i + 1 : -1;
        return token.Form.Text is "“" or "\"" or "‘" or "'" ? AfterNickname(passage, last, i) : -1;
    }

    private int AfterParticles(Passage passage, int i)
    {
        for (var n = 0; n < 3 && i < passage.End && _tokens[i].Form.Has(WordTraits.Particle); n++)
            i++;
        return i < passage.End && IsNameWord(passage, i) && !_tokens[i].Form.Has(WordTraits.Function) ? i : -1;
    }

    /// <summary>"of", "for" and "and" hold a name together only where a head before them wants it: "Ministry of Health and Sport".</summary>
    private int AfterConnector(Passage passage, int first, int last, bool hasHead)
    {
        var i = last + 1;
        var word = _tokens[i].Form.Text;
        if (word == "of" && _tokens[last].Form.Has(WordTraits.Office))
            return
                i + 1 < passage.End && _tokens[i + 1].Form.IsCapital && _tokens[i + 1].Form.Has(WordTraits.OfficePart)
                ? i + 1
                : -1;
        if (word is not ("of" or "for" or "and") || !hasHead)
            return -1;
        var connector = word;
        i++;
        if (i < passage.End && _tokens[i].Form.Text == "the")
            i++;
        if (i >= passage.End || !IsNameWord(passage, i))
            return -1;
        var form = _tokens[i].Form;
        return connector switch
        {
            "of" => IsHead(last) || IsHead(first) ? i : -1,
            "and" => HasConnector(first, last) && form.Has(WordTraits.Common) && !form.Has(WordTraits.GivenName)
                ? i
                : -1,
            _ => form.Has(WordTraits.Common) && !form.Has(WordTraits.Place) && IsHead(last) ? i : -1,
        };
    }

    private bool HasConnector(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (_tokens[i].Form.Text is "of" or "for")
                return true;
        }

        return false;
    }

    /// <summary>"People's Party", "Workers' Union": the genitive of many belongs to an organisation's name.</summary>
    private bool IsGroupGenitive(Passage passage, int first, int last)
    {
        var i = last + 2;
        if (i >= passage.End || !IsNameWord(passage, i))
            return false;
        var owner = _tokens[last].Form;
        if (!owner.Has(WordTraits.Common) || owner.Has(WordTraits.GivenName) || last == first && last == passage.First)
            return false;
        for (var n = 0; n < 4 && i < passage.End && IsNameWord(passage, i); n++, i++)
        {
            if (_tokens[i].Form.Has(WordTraits.OrganisationEnding))
                return true;
        }

        return false;
    }

    /// <summary>Dwayne “The Rock” Johnson: a nickname in marks stands inside the name.</summary>
    private int AfterNickname(Passage passage, int last, int mark)
    {
        if (!_tokens[last].Form.Has(WordTraits.GivenName))
            return -1;
        for (var i = mark + 2; i < passage.End && i < mark + 5; i++)
        {
            if (_tokens[i].Form.Text is not ("”" or "\"" or "’" or "'"))
                continue;
            return i + 1 < passage.End && IsNameWord(passage, i + 1) ? i + 1 : -1;
        }

        return -1;
    }

    private bool IsHead(int i) =>
        _tokens[i].Form.IsCapital && _tokens[i].Form.Has(WordTraits.OrganisationHead | WordTraits.PlaceHead);

    private bool IsOpeningCommon(Passage passage, int i) =>
        i == passage.First && _tokens[i].Form.Has(WordTraits.Common) && !_tokens[i].Form.Has(WordTraits.GivenName);
}
