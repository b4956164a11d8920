using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Keywords;

/// <summary>A word or run of words in small letters that an article uses.</summary>
/// <param name="Words">Folded, so that "guarantee" and "guarantees" are one.</param>
/// <param name="Shown">As the article has it first.</param>
/// <param name="FirstSentence">Index of the sentence that has it first.</param>
internal sealed record KeyPhrase(IReadOnlyList<string> Words, string Shown, int Count, int FirstSentence);

/// <summary>Counts the runs of up to three words between function words, marks and names.</summary>
internal sealed class KeyPhrases
{
    private const int LongestPhrase = 3;
    private const int ShortestWord = 3;

    private readonly string _text;
    private readonly string _language;
    private readonly Dictionary<string, KeyPhrase> _phrases = new(StringComparer.Ordinal);

    private KeyPhrases(string text, string language)
    {
        _text = text;
        _language = language;
    }

    /// <param name="names">Spans of names in order of their places, whose words belong to no phrase.</param>
    public static IReadOnlyCollection<KeyPhrase> In(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<TextSpan> names,
        string language
    )
    {
        var phrases = new KeyPhrases(text, language);
        var name = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var run = new List<(TextSpan Span, string Folded)>();
            TextSpan? before = null;
            foreach (var word in WordReader.Read(text, sentences[i].Span))
            {
                while (name < names.Count && names[name].End <= word.Span.Start)
                    name++;
                var isNamed = name < names.Count && names[name].Overlaps(word.Span);
                var folded = isNamed
                    ? null
                    : phrases.FoldContent(word, word.Span.Start == sentences[i].Span.Start, before);
                before = word.Span;
                if (folded is not null)
                {
                    run.Add((word.Span, folded));
                    continue;
                }

                phrases.Count(run, i);
                run.Clear();
            }

            phrases.Count(run, i);
        }

        return phrases._phrases.Values;
    }

    /// <summary>The word as it is counted, null where it ends a run.</summary>
    private string? FoldContent(Word word, bool isFirst, TextSpan? before)
    {
        if (word.Kind != WordKind.Letters || word.Span.Length < ShortestWord)
            return null;
        var span = word.Span.In(_text);

        // A capital is a name's or the sentence's own, which tells nothing; German writes every noun with one.
        if (char.IsUpper(span[0]) && (isFirst || _language != "de"))
            return null;
        var lower = span.ToString().ToLowerInvariant().Replace('’', '\'');
        if (Language.FunctionWordsOf(_language).Contains(lower) || _language == "en" && WeakWords.Contains(lower))
            return null;
        if (_language != "en")
            return lower;
        return IsVerb(lower, before) ? null : EnglishPlural.Singular(lower, _language);
    }

    /// <summary>
    /// "reduce poverty", "will ban campfires" are no names of things, nor is "issuing questionnaires"; "the hiring freeze" is
    /// one, as the word before tells.
    /// </summary>
    private bool IsVerb(string word, TextSpan? before)
    {
        if (WeakWords.IsNounInIng(word))
            return false;
        if (WeakWords.IsGerund(word))
            return before is not { } article
                || !Language.House.Determiners.Contains(article.Of(_text).ToLowerInvariant());
        const WordTraits other = WordTraits.Noun | WordTraits.Adjective;
        return NameLexicon.Instance.TraitsOf(word, word) is var traits
            && traits.HasFlag(WordTraits.Verb)
            && (
                (traits & other) == WordTraits.None
                || before is { } modal && WeakWords.IsModal(modal.Of(_text).ToLowerInvariant())
            );
    }

    /// <summary>"medal", "canal", "offensive".</summary>
    private static bool IsNoun(string word) => NameLexicon.Instance.TraitsOf(word, word).HasFlag(WordTraits.Noun);

    private void Count(List<(TextSpan Span, string Folded)> run, int sentence)
    {
        for (var first = 0; first < run.Count; first++)
        {
            for (var last = first; last < run.Count && last - first < LongestPhrase; last++)
            {
                if (last > first && run[last].Span.Start - run[last - 1].Span.End != 1)
                    break;
                var words = run[first..(last + 1)].ConvertAll(w => w.Folded);
                if (words.Count == 1 && _language == "en" && WeakWords.IsTooWideAlone(words[0]))
                    continue;
                if (_language == "en" && (WeakWords.EndsWeakly(words[^1]) || WeakWords.EndsWeakly(words[0])))
                    continue;
                if (_language == "en" && WeakWords.IsAdjective(words[^1]) && !IsNoun(words[^1]))
                    continue;
                var shown = TextSpan.FromBounds(run[first].Span.Start, run[last].Span.End).Of(_text);
                var key = string.Join(' ', words);
                _phrases[key] = _phrases.TryGetValue(key, out var known)
                    ? known with
                    {
                        Count = known.Count + 1,
                    }
                    : new KeyPhrase(words, shown, 1, sentence);
            }
        }
    }
}
