using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Bot.Text.Languages;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Keywords;

/// <summary>Counts the runs of up to three words between function words, marks and names.</summary>
internal sealed class KeyPhrases
{
    private const int LongestPhrase = 3;
    private const int ShortestWord = 3;

    private readonly string _text;
    private readonly string _language;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _functionWords;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>By the numbers of their words.</summary>
    private readonly Dictionary<(int, int, int), KeyPhrase> _phrases = [];

    private KeyPhrases(string text, string language)
    {
        _text = text;
        _language = language;
        _functionWords = Language.FunctionWordsOf(language).GetAlternateLookup<ReadOnlySpan<char>>();
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
        var run = new List<(TextSpan Span, KeyWord Word)>();
        var name = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            TextSpan? before = null;
            foreach (var word in WordReader.Read(text, sentences[i].Span))
            {
                while (name < names.Count && names[name].End <= word.Span.Start)
                    name++;
                var isNamed = name < names.Count && names[name].Overlaps(word.Span);
                var content = isNamed
                    ? null
                    : phrases.FindContent(word, word.Span.Start == sentences[i].Span.Start, before);
                before = word.Span;
                if (content is not null)
                {
                    run.Add((word.Span, content));
                    continue;
                }

                phrases.Count(run, i);
                run.Clear();
            }

            phrases.Count(run, i);
            run.Clear();
        }

        return phrases._phrases.Values;
    }

    /// <summary>The word as it is counted, null where it ends a run.</summary>
    private KeyWord? FindContent(Word word, bool isFirst, TextSpan? before)
    {
        if (word.Kind != WordKind.Letters || word.Span.Length < ShortestWord)
            return null;
        var span = word.Span.In(_text);

        // A capital is a name's or the sentence's own, which tells nothing; German writes every noun with one.
        if (char.IsUpper(span[0]) && (isFirst || _language != "de"))
            return null;
        Span<char> room = stackalloc char[LowerCase.Room];
        var lower = LowerCase.WithPlainApostrophes(span, room);
        if (_functionWords.Contains(lower))
            return null;
        var known = _language == "en" ? KeyWordMemory.Instance.Of(lower) : new KeyWord(lower.ToString());
        return known.IsWeak || IsVerb(known, before) ? null : known;
    }

    /// <summary>
    /// "reduce poverty", "will ban campfires" are no names of things, nor is "issuing questionnaires"; "the hiring freeze" is
    /// one, as the word before tells.
    /// </summary>
    private bool IsVerb(KeyWord word, TextSpan? before)
    {
        Span<char> room = stackalloc char[LowerCase.Room];
        return word.Verb switch
        {
            VerbSense.Always => true,
            VerbSense.BehindModal => before is { } modal && WeakWords.IsModal(LowerCase.Of(modal.In(_text), room)),
            VerbSense.WithoutDeterminer => before is not { } article
                || !WeakWords.IsDeterminer(LowerCase.Of(article.In(_text), room)),
            _ => false,
        };
    }

    private void Count(List<(TextSpan Span, KeyWord Word)> run, int sentence)
    {
        for (var first = 0; first < run.Count; first++)
        {
            for (var last = first; last < run.Count && last - first < LongestPhrase; last++)
            {
                if (last > first && run[last].Span.Start - run[last - 1].Span.End != 1)
                    break;
                if (last == first && run[first].Word.IsTooWideAlone)
                    continue;
                if (run[last].Word.EndsWeakly || run[first].Word.EndsWeakly || run[last].Word.IsMereAdjective)
                    continue;
                var (second, third) = (
                    last > first ? run[first + 1].Word : null,
                    last > first + 1 ? run[last].Word : null
                );
                var key = (NumberOf(run[first].Word), NumberOf(second), NumberOf(third));
                if (_phrases.TryGetValue(key, out var known))
                    known.Count++;
                else
                    _phrases[key] = new KeyPhrase(
                        run[first].Word,
                        second,
                        third,
                        TextSpan.FromBounds(run[first].Span.Start, run[last].Span.End),
                        sentence
                    );
            }
        }
    }

    /// <summary>The same for words that are counted as one, from 1; 0 for none.</summary>
    private int NumberOf(KeyWord? word)
    {
        if (word is null)
            return 0;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, word.Folded, out var isKnown);
        return isKnown ? number : number = _numbers.Count;
    }
}
