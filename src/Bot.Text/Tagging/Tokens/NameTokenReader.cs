using Bot.Text.Layout;
using Bot.Text.Lexicons;
using Bot.Text.Sentences;
using Bot.Text.Spans;

namespace Bot.Text.Tagging.Tokens;

/// <summary>A text as the passes over its names see it.</summary>
/// <param name="Forms">Every spelling once; a form's index is its place here.</param>
internal sealed record NameText(
    string Text,
    TokenRow Tokens,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<WordForm> Forms
);

/// <summary>Cuts a text into the tokens and passages that names are looked for in, and counts how it writes its words.</summary>
internal sealed class NameTokenReader : IDisposable
{
    private readonly string _text;
    private readonly TokenRow _tokens;
    private readonly List<Passage> _passages = [];
    private readonly FormTable _forms = new();

    private NameTokenReader(string text)
    {
        _text = text;
        _tokens = new TokenRow(text.Length / 5);
    }

    public static NameText Read(string text, IReadOnlyList<Block> blocks, IReadOnlyList<Sentence> sentences)
    {
        using var reader = new NameTokenReader(text);
        var next = 0;
        foreach (var block in blocks)
        {
            if (block.Kind is BlockKind.Furniture or BlockKind.Stamp)
                continue;
            var from = block.Span.Start;
            for (; next < sentences.Count && sentences[next].Span.Start < block.Span.End; next++)
            {
                var span = sentences[next].Span;
                if (span.Start < from)
                    continue;
                reader.AddPassage(TextSpan.FromBounds(from, span.Start), 0, isSentence: false);
                reader.AddPassage(span, sentences[next].Paragraph, isSentence: true);
                from = span.End;
            }

            if (from < block.Span.End)
                reader.AddPassage(TextSpan.FromBounds(from, block.Span.End), block.Paragraph, isSentence: false);
        }

        reader.CountCases();
        return new NameText(text, reader._tokens, reader._passages, reader._forms.Forms);
    }

    public void Dispose() => _forms.Dispose();

    private void AddPassage(TextSpan span, int paragraph, bool isSentence)
    {
        span = span.TrimmedIn(_text);
        if (span.IsEmpty)
            return;
        var first = _tokens.Count;
        ReadTokens(span);
        _passages.Add(new Passage(span, paragraph, first, _tokens.Count, isSentence, HasPlainCase(first)));
    }

    /// <summary>Three words in four and more with a capital are a headline's, or shouting.</summary>
    private bool HasPlainCase(int first)
    {
        var (words, capitals, all) = (0, 0, 0);
        for (var i = first; i < _tokens.Count; i++)
        {
            if (!_tokens[i].IsWord || _tokens[i].Form.Text.Length < 4 && !_tokens[i].Form.IsCapital)
                continue;
            words++;
            capitals += _tokens[i].Form.IsCapital ? 1 : 0;
            all += _tokens[i].Form.IsAcronym ? 1 : 0;
        }

        return words < 5 ? all < words || words < 3 : capitals * 4 < words * 3;
    }

    private void CountCases()
    {
        foreach (var passage in _passages)
        {
            if (!passage.HasPlainCase)
                continue;
            for (var i = passage.First; i < passage.End; i++)
            {
                var token = _tokens[i];
                if (!token.IsWord)
                    continue;
                if (!token.Form.IsCapital)
                    token.Form.Cases.LowerCase++;
                else if (!IsOpening(passage, i))
                    token.Form.Cases.CapitalInside++;
            }
        }
    }

    /// <summary>Whether a capital stands at a token because a sentence or a quotation begins there.</summary>
    private bool IsOpening(Passage passage, int i) =>
        i == passage.First
        || _tokens[i - 1].Kind == TokenKind.Mark
            && _tokens[i - 1].Form.Text[0] is not (',' or '(' or '&' or '/' or ';');

    private void ReadTokens(TextSpan span)
    {
        for (var i = span.Start; i < span.End; )
        {
            var c = _text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var start = i;
            if (!IsWordCharacter(c))
            {
                Add(start, ++i, TokenKind.Mark);
                continue;
            }

            i = EndOfWord(start, span.End);
            if (EndOfCompoundName(start, i) is var hyphen && hyphen > start)
            {
                Add(start, hyphen, TokenKind.Word);
                Add(hyphen, hyphen + 1, TokenKind.Mark);
                start = hyphen + 1;
            }

            var stem = EndOfStem(start, i);
            Add(start, stem, char.IsDigit(c) ? TokenKind.Number : TokenKind.Word);
            if (stem < i)
                Add(stem, i, TokenKind.Possessive);
            else if (
                i < span.End
                && _text[i] is '\'' or '’'
                && _text[i - 1] is 's'
                && i + 1 < span.End
                && _text[i + 1] == ' '
            )
                Add(i, ++i, TokenKind.Possessive);
        }
    }

    /// <summary>"Jeb Bush-backed", "Austin, Texas-based": behind a given name or a town the name ends at the hyphen.</summary>
    /// <returns>The hyphen that closes the name; the start where there is none.</returns>
    private int EndOfCompoundName(int start, int end)
    {
        var word = _text.AsSpan(start, end - start);
        if (_tokens.Count == 0 || Compounds.HyphenIn(word) is not { } hyphen)
            return start;
        ref readonly var before = ref _tokens[_tokens.Count - 1];
        var isName =
            IsRightBefore(before, start) && before.Form.Has(WordTraits.GivenName)
            || Compounds.AreIn(word) && GoesOnFrom(before, start);
        return isName ? start + hyphen : start;
    }

    /// <summary>"Austin, | Texas", "New | York".</summary>
    private bool GoesOnFrom(in NameToken before, int start)
    {
        if (before.Kind == TokenKind.Word)
            return IsRightBefore(before, start) && before.Form.IsCapital && !before.Form.Has(WordTraits.Function);
        if (!before.Is(',') || _tokens.Count < 2)
            return false;
        ref readonly var town = ref _tokens[_tokens.Count - 2];
        return town.IsWord && town.Form.IsCapital;
    }

    private static bool IsRightBefore(in NameToken before, int start) =>
        before.Kind == TokenKind.Word && before.Span.End + 1 == start;

    private int EndOfWord(int start, int end)
    {
        var i = start + 1;
        while (i < end)
        {
            if (IsWordCharacter(_text[i]))
                i++;
            else if (
                i + 1 < end
                && IsWordCharacter(_text[i + 1])
                && _text[i] is '\'' or '’' or '-' or '‑' or '&' or '.'
            )
                i += 2;
            else
                break;
        }

        return i < end && _text[i] == '.' && TakesDot(_text.AsSpan(start, i - start), i + 1 == end) ? i + 1 : i;
    }

    /// <summary>"J.", "U.S.", "Mr.", "Inc.": an abbreviation's dot is its own, also where it ends the sentence.</summary>
    private static bool TakesDot(ReadOnlySpan<char> word, bool isLast)
    {
        if (word.Length == 1)
            return char.IsUpper(word[0]) && !(isLast && word[0] == 'I');
        if (word.Length <= 7 && word[1] == '.' && char.IsLetter(word[^1]))
            return word[^2] == '.';
        return word.Length <= 6 && char.IsUpper(word[0]) && NameLexicon.Instance.TakesDot(word);
    }

    /// <summary>Where a word's possessive ending begins, or its end.</summary>
    private int EndOfStem(int start, int end) =>
        end - start > 2 && _text[end - 1] is 's' or 'S' && _text[end - 2] is '\'' or '’' ? end - 2 : end;

    private void Add(int start, int end, TokenKind kind)
    {
        var span = TextSpan.FromBounds(start, end);
        _tokens.Add(new NameToken(span, kind, _forms.Of(span.In(_text))));
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || IsCombining(c);

    private static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036f' or '\u200d';
}
